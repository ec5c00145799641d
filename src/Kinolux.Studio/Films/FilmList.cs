using Kinolux.Studio.Serving;
using Kinolux.Work.Library;

namespace Kinolux.Studio.Films;

/// <summary>The films of the production.</summary>
/// <param name="LeftOut">What is there and cannot be read.</param>
internal sealed record FilmList(IReadOnlyList<FilmCard> Films, IReadOnlyList<LeftOut> LeftOut);
