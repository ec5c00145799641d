using Kinolux.Previs.Shots;

namespace Kinolux.Previs.Boards;

/// <summary>A panel of a board: one picture of a shot.</summary>
/// <param name="File">The picture's name in the board's folder.</param>
/// <param name="Frame">Of the scene.</param>
/// <param name="Caption">What is done and said in the shot.</param>
public sealed record Panel(string Scene, Shot Shot, string File, int Frame, string Caption);
