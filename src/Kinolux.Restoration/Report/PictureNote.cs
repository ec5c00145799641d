namespace Kinolux.Restoration.Report;

/// <summary>Why a frame's picture is in the report.</summary>
/// <param name="Badness">How bad the frame was; the contact sheet shows the largest first. 0 for a shot's plain example, which stays off the sheet.</param>
/// <param name="Words">A few words for a person, such as <c>214 specks, 2 scratches</c>.</param>
public sealed record PictureNote(double Badness, string Words);
