namespace Kinolux.Core.Faults;

/// <summary>Ends the work with a <see cref="Fault"/>. Make one by its catalogue code: <c>throw FaultException.Of("KX1203", ("film", path), ("stream", "2"))</c>.</summary>
public sealed class FaultException(Fault fault, Exception? cause = null) : Exception(fault.ToString(), cause)
{
    public Fault Fault { get; } = fault;

    /// <summary>Fills the catalogue entry's <c>{placeholders}</c> with the values given.</summary>
    /// <exception cref="ArgumentException">The code is not in the catalogue.</exception>
    public static FaultException Of(string code, params ReadOnlySpan<(string Name, string Value)> values) =>
        new(FaultCatalogue.Fill(code, values));

    public static FaultException Of(string code, Exception cause, params ReadOnlySpan<(string Name, string Value)> values) =>
        new(FaultCatalogue.Fill(code, values), cause);

    public FaultException With(string details) => new(Fault with { Details = details }, InnerException);
}
