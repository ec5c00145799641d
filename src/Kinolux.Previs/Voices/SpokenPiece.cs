namespace Kinolux.Previs.Voices;

/// <summary>A part of what someone says: a sentence, and the silence behind it.</summary>
/// <param name="Text">Empty where only time passes.</param>
/// <param name="Pause">Seconds.</param>
internal readonly record struct SpokenPiece(string Text, double Pause);
