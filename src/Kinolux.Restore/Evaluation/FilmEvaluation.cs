namespace Kinolux.Restore.Evaluation;

/// <summary>A film compared with its reference, whole and shot by shot; beside it the damaged film that it was restored from, and what was detected, where those are known.</summary>
public sealed record FilmEvaluation(int Frames, FilmScore Film, FilmScore? Damaged, IReadOnlyList<ShotEvaluation> Shots, IReadOnlyList<DetectionScore> Detection);
