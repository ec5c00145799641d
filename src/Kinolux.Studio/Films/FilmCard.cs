using Kinolux.Restoration.Runs;
using Kinolux.Studio.Works;
using Kinolux.Work.Jobs;

namespace Kinolux.Studio.Films;

/// <summary>A film as the list shows it. What the film is (frames, size, rate) is left out until it was looked at.</summary>
/// <param name="Rate">Frames a second as numerator and denominator.</param>
/// <param name="Waiting">Proposals that wait for a person.</param>
/// <param name="Pending">What the next render would change.</param>
/// <param name="Job">Its job that is not over.</param>
/// <param name="Poster">Address of a small picture of it.</param>
internal record FilmCard(
    string Id, string Name, FilmState State, int? Frames, int? Width, int? Height, long[]? Rate, int Waiting, PendingChanges Pending, Job? Job, string Poster);
