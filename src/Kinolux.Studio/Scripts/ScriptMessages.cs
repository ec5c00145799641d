using Kinolux.Script.Editing;
using Kinolux.Script.Files;
using Kinolux.Script.Model;
using Kinolux.Work.Jobs;
using Kinolux.Work.Library;
using Kinolux.Work.Review;

namespace Kinolux.Studio.Scripts;

/// <summary>The scripts of the production.</summary>
/// <param name="LeftOut">What is there and cannot be read.</param>
internal sealed record ScriptList(IReadOnlyList<ScriptCard> Scripts, IReadOnlyList<LeftOut> LeftOut);

/// <summary>A script as the list shows it.</summary>
/// <param name="Name">What people call it: its file's name.</param>
/// <param name="File">Its file's name with the ending.</param>
/// <param name="Title">What its title page says; left out where it says nothing, or the script is missing.</param>
/// <param name="Author">The same.</param>
/// <param name="Pages">Without the title page.</param>
/// <param name="Waiting">Questions that wait for a person; left out until it was checked.</param>
/// <param name="Job">Its job that is not over.</param>
internal sealed record ScriptCard(string Id, string Name, string File, bool IsMissing, string? Title, string? Author, int? Scenes, int? Pages, int? Waiting, Job? Job);

/// <summary>A script to begin.</summary>
/// <param name="Name">Its file's name, without the ending.</param>
internal sealed record NewScript(string Name);

/// <summary>A script that is open in an editor.</summary>
/// <param name="Text">In Fountain, lines parted by <c>\n</c>. A script of another format is shown as its Fountain, and cannot be saved.</param>
/// <param name="Encoding">What its bytes are, where that is not UTF-8.</param>
/// <param name="Losses">What Fountain cannot hold of it.</param>
/// <param name="IsChecked">True where it was checked, so that there may be findings.</param>
internal sealed record OpenScript(string Id, string Name, string File, ScriptFormat Format, string? Encoding, bool IsChecked, string Text, EditorReading Reading, IReadOnlyList<ScriptLoss> Losses);

/// <summary>A script that is on the disk.</summary>
/// <param name="Size">Its file's length in bytes.</param>
internal sealed record ScriptSaved(long Size);

/// <summary>What may be wrong in a text that is on no disk, in the order of its lines.</summary>
internal sealed record FoundWhileWritten(IReadOnlyList<ProposalView> Items);
