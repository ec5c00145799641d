using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kinolux.Tests.House;

public sealed class SignatureTests
{
    private const int Most = 7;

    // Inner loops: what they are called with is in registers or on the stack, and a record would be filled for each sample, row or patch.
    private static readonly string[] Loops =
    [
        "PlaneFilter.Look", "SpeckFinder.Grow", "SpikeKernel.Columns", "BetweenFrame.Along", "BetweenMotion.Estimate", "BorderFill.Strip", "StainPatch.Find", "StainPatch.Judge",
    ];

    // The query of an address is the parameters of its method: a record beside it would be that list once more.
    private static readonly string[] Endpoints = ["FrameEndpoints.Frame"];

    // Made once, of parts that only they need together.
    private static readonly string[] Others = ["StageChain", "FilmDegrader.Run", "DecoderRun.Run"];

    [Fact]
    public void A_method_takes_no_more_than_seven_things()
    {
        var found = Types().SelectMany(Long).ToHashSet();
        string[] excepted = [.. Loops, .. Endpoints, .. Others];
        Assert.Empty(found.Except(excepted));
        Assert.Empty(excepted.Except(found));
    }

    private static IEnumerable<Type> Types() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Kinolux.*.dll").Where(file => Directory.Exists(Repository.File("src", Path.GetFileNameWithoutExtension(file))))
            .SelectMany(file => Assembly.LoadFrom(file).GetTypes()).Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)));

    // A record's constructor is its list of properties.
    private static IEnumerable<string> Long(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var method in type.GetMethods(Own))
            if (method.GetParameters().Length > Most && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.Name.Contains('<', StringComparison.Ordinal))
                yield return $"{type.Name}.{method.Name}";
        if (type.GetMethod("PrintMembers", Own) is null && type.GetConstructors(Own).Any(made => made.GetParameters().Length > Most))
            yield return type.Name;
    }
}
