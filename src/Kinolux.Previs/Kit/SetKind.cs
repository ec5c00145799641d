namespace Kinolux.Previs.Kit;

/// <summary>A kind of place to play in.</summary>
/// <param name="Words">What headings call it.</param>
/// <param name="Inside">True where it has walls and a ceiling.</param>
/// <param name="Size">Width, height and depth, metres; outside there is no height.</param>
/// <param name="Floor">The tone of its floor.</param>
/// <param name="Wall">The tone of its walls.</param>
/// <param name="Door">Where people come from and go to, on the floor.</param>
/// <param name="Stage">Where people stand, on the floor.</param>
/// <param name="Sits">True where people sit unless the text says otherwise.</param>
/// <param name="Pieces">What stands in it: the piece, where on the floor, and how far it is turned, degrees.</param>
public sealed record SetKind(string Name, IReadOnlyList<string> Words, bool Inside, (double Width, double Height, double Depth) Size, string Floor, string Wall, (double X, double Z) Door, (double X, double Z) Stage, bool Sits, IReadOnlyList<(string Piece, double X, double Z, double Turn)> Pieces);
