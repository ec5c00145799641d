using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Kinolux.Script.Pdf;

/// <summary>The filters of a PDF with an end to what they may make: a stream of a megabyte can hold a thousand of zeroes.</summary>
internal sealed class PdfLimits : ILookupFilterProvider
{
    private const int MostOfAStream = 64 << 20;
    private const long MostOfAll = 512L << 20;

    private long _all;

    /// <summary>True where a stream was larger than any script's.</summary>
    public bool IsPassed { get; private set; }

    public IReadOnlyList<IFilter> GetAllFilters() => Limited(DefaultFilterProvider.Instance.GetAllFilters());

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Limited(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary, IPdfTokenScanner scanner) =>
        Limited(DefaultFilterProvider.Instance is ILookupFilterProvider lookup ? lookup.GetFilters(dictionary, scanner) : DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Limited(DefaultFilterProvider.Instance.GetNamedFilters(names));

    private List<IFilter> Limited(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Filter(filter, this))];

    private void Count(long bytes)
    {
        IsPassed |= (_all += bytes) > MostOfAll || bytes > MostOfAStream;
        if (IsPassed)
            throw new InvalidDataException("a stream is larger than any script");
    }

    private sealed class Filter(IFilter filter, PdfLimits limits) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
        {
            // Once without keeping what comes, since the other keeps all.
            if (filter is FlateFilter)
                limits.Count(Inflated(input));
            var output = filter.Decode(input, dictionary, provider, index);
            if (filter is not FlateFilter)
                limits.Count(output.Length);
            return output;
        }

        private static long Inflated(Memory<byte> input)
        {
            var room = new byte[1 << 16];
            long all = 0;
            try
            {
                using var inflated = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                while (all <= MostOfAStream && inflated.Read(room) is > 0 and var read)
                    all += read;
            }
            catch (InvalidDataException)
            {
                // What is broken ends here, and the filter says so.
            }
            return all;
        }
    }
}
