namespace Kinolux.Studio.Serving;

/// <summary>Who decides from here on.</summary>
/// <param name="Name">From one to 80 characters.</param>
internal sealed record NewPerson(string Name);
