using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Processes;
using Kinolux.Report.Paper;
using UglyToad.PdfPig;

namespace Kinolux.Tests.Report.Paper;

public sealed class PaperDocumentTests : IDisposable
{
    private static readonly PaperAbout About = new("Größe: \"A\" & 台本", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2)), "Åsa Ö.");
    private static readonly TextStyle Courier = new(FontFamily.Courier, 12), Sans = new(FontFamily.Sans, 10);
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("page.pdf");

    public void Dispose() => _folder.Dispose();

    public static TheoryData<FontFamily, string> Texts => new()
    {
        { FontFamily.Courier, "INT. OFFICE - DAY" },
        { FontFamily.Courier, "The first effort: fluffy, fjord." },
        { FontFamily.Courier, "It’s “dark” — very … dark." },
        { FontFamily.Courier, "Größe, naïve café, Łódź, œuvre" },
        { FontFamily.Courier, "ИНТ. КАБИНЕТ - ДЕНЬ" },
        { FontFamily.Courier, "ΕΣΩΤ. ΓΡΑΦΕΙΟ" },
        { FontFamily.Courier, "日本語の台本です。" },
        { FontFamily.Courier, "フェードイン・ジョン「はい」〜" },
        { FontFamily.Courier, "MARIE says 中文劇本 and 한국어 too" },
        { FontFamily.Courier, "一二八入日月木水火人長高" },
        { FontFamily.Sans, "office affine fjord difficile" },
        { FontFamily.Sans, "Два слова, three words" },
        { FontFamily.Mono, "sha256:3fa9 0O1lI" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_copied_out_is_what_was_put_in(FontFamily family, string text)
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core", "fonts-noto-cjk");
        Assert.Empty(Write(page => page.Text(72, 100, text, new TextStyle(family, 12))));
        Assert.Equal(text, Read(Path));
        Assert.Equal(text, Poppler());
    }

    [Theory]
    [InlineData("cafe\u0301 re\u0301sume\u0301")]
    [InlineData("שלום עולם")]
    [InlineData("مرحبا بالعالم")]
    public void Marks_and_scripts_that_run_to_the_left_are_copied_out_as_they_were(string text)
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core");
        Assert.Empty(Write(page => page.Text(72, 100, text, Courier), page => page.Text(72, 100, text, Sans)));
        Assert.SkipUnless(Tools.Has("pdftotext", "-v"), "pdftotext is not installed");
        Assert.Equal($"{text}\f{text}", Poppler());
    }

    [Fact]
    public void Pieces_of_a_line_keep_the_spaces_between_them()
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core", "fonts-noto-cjk");
        Write(page => page.Text(72, 100, [new("It is ", Courier), new("very", Courier with { Bold = true, Underline = true }), new(" dark, ", Courier with { Italic = true }), new("暗い", Courier), new(" she says.", Courier)]));
        Assert.Equal("It is very dark, 暗い she says.", Read(Path));
        Assert.Equal("It is very dark, 暗い she says.", Poppler());
    }

    [Fact]
    public void The_same_drawing_is_the_same_bytes()
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core", "fonts-noto-cjk");
        void Draw(PaperPage page)
        {
            page.Text(72, 100, "INT. 事務所 - ДЕНЬ", Courier with { Bold = true, Strike = true });
            page.Line(72, 200, 300, 200, 1, Ink.Gray(128));
            page.Fill(72, 300, 50, 20, new Ink(200, 0, 0));
        }
        Write(Draw);
        var first = File.ReadAllBytes(Path);
        Thread.Yield();
        Write(Draw);
        Assert.Equal(first, File.ReadAllBytes(Path));
    }

    [Fact]
    public void A_document_says_its_title_author_and_the_time_that_it_was_given()
    {
        Fonts.Need("fonts-courier-prime");
        Write(page => page.Text(72, 100, "x", Courier));
        using var pdf = PdfDocument.Open(Path);
        var about = pdf.Information;
        Assert.Equal((About.Title, About.Author, "Kinolux"), (about.Title, about.Author, about.Producer));
        Assert.Equal("D:20260304030607+00'00'", about.CreationDate);
        Assert.Equal(about.CreationDate, about.ModifiedDate);
    }

    [Fact]
    public void Every_font_is_embedded_under_its_name()
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core", "fonts-noto-cjk");
        Write(page => page.Text(72, 100, "a日ж", Courier), page => page.Text(72, 100, "b", Courier with { Bold = true, Italic = true }));
        using var pdf = PdfDocument.Open(Path);
        Assert.Equal(["CourierPrime", "CourierPrimeBoldItalic", "DejaVuSansMono", "NotoSansCJK-Regular"], pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName?.Split('+')[^1]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pages_have_the_sizes_asked_for_and_text_stands_where_it_was_put()
    {
        Fonts.Need("fonts-courier-prime");
        PaperDocument.Write(Path, About, document =>
        {
            document.AddPage(PaperPage.Letter).Text(108, 72, "A", Courier);
            document.AddPage(PaperPage.A4).Text(100, 700, "B", Courier);
        });
        using var pdf = PdfDocument.Open(Path);
        Assert.Equal([(612.0, 792.0), (595.0, 842.0)], pdf.GetPages().Select(page => (page.Width, page.Height)));
        var letters = pdf.GetPages().Select(page => page.Letters[0]).ToList();
        Assert.Equal([(108.0, 720.0), (100.0, 142.0)], letters.Select(letter => (Math.Round(letter.StartBaseLine.X, 2), Math.Round(letter.StartBaseLine.Y, 2))));
    }

    [Theory]
    [InlineData("INT. OFFICE", 11)]
    [InlineData("ДЕНЬ", 4)]
    [InlineData("日本語 x", 8)]
    [InlineData("שלום", 4)]
    [InlineData("e\u0301", 1)]
    public void In_Courier_every_character_stands_in_its_cells(string text, int cells)
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core", "fonts-noto-cjk");
        Assert.Equal(cells * 7.2, TextSpan.WidthOf(new TextSpan(text, Courier)), 2);
        foreach (var style in (TextStyle[])[Courier with { Bold = true }, Courier with { Italic = true }, Courier with { Bold = true, Italic = true }])
            Assert.Equal(cells * 7.2, TextSpan.WidthOf(new TextSpan(text, style)), 2);
        Assert.Equal(cells * 7.2, Write1(page => page.Text(0, 100, text, Courier)), 2);
    }

    [Fact]
    public void A_width_is_the_sum_of_its_pieces_and_grows_with_the_size()
    {
        Fonts.Need("fonts-dejavu-core");
        TextSpan a = new("Wider ", Sans), b = new("than thin", Sans with { Bold = true });
        Assert.Equal(TextSpan.WidthOf(a) + TextSpan.WidthOf(b), TextSpan.WidthOf(a, b), 6);
        Assert.Equal(2 * TextSpan.WidthOf(a), TextSpan.WidthOf(a with { Style = Sans with { Size = 20 } }), 6);
        Assert.True(TextSpan.WidthOf(new TextSpan("iiii", Sans)) < TextSpan.WidthOf(new TextSpan("WWWW", Sans)));
        Assert.Equal(0, TextSpan.WidthOf(new TextSpan("", Sans)));
    }

    [Fact]
    public void A_character_that_no_font_has_is_reported_and_still_copied_out()
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core");
        var missing = Write(page => page.Text(72, 100, "a \U00012000 b \U00012000 \uE000 c", Courier));
        Assert.Equal(new Dictionary<Rune, int> { [new(0xE000)] = 1, [new(0x12000)] = 2 }, missing);
        Assert.SkipUnless(Tools.Has("pdftotext", "-v"), "pdftotext is not installed");
        Assert.Equal("a \U00012000 b \U00012000 \uE000 c", Poppler());
    }

    [Fact]
    public void A_character_that_no_font_has_leaves_the_letters_beside_it_as_they_are()
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core");
        Write(page => page.Text(72, 100, "She says 🎬 nothing.", Courier));
        using var pdf = PdfDocument.Open(Path);
        var letters = pdf.GetPage(1).Letters.Where(letter => letter.Value is [>= 'a' and <= 'z']).ToList();
        Assert.Equal(13, letters.Count);
        Assert.All(letters, letter => Assert.Equal(7.2, letter.Width, 0.05));
        Assert.All(letters, letter => Assert.Equal(0, Math.IEEERemainder(letter.StartBaseLine.X - 72, 7.2), 0.1));
    }

    [Fact]
    public void What_would_break_a_line_is_a_space_and_half_a_character_is_none()
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core");
        Write(page => page.Text(72, 100, "a\tb\nc \uD83C d", Courier));
        Assert.Equal("a b c \uFFFD d", Poppler());
    }

    [Fact]
    public void Pictures_are_drawn_and_what_is_none_is_refused()
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
        Write(page => page.Picture(10, 20, 100, 50, png));
        using var pdf = PdfDocument.Open(Path);
        var picture = Assert.Single(pdf.GetPage(1).GetImages());
        Assert.Equal((10.0, 100.0, 50.0), (Math.Round(picture.BoundingBox.Left, 1), Math.Round(picture.BoundingBox.Width, 1), Math.Round(picture.BoundingBox.Height, 1)));
        Assert.Throws<ArgumentException>(() => Write(page => page.Picture(0, 0, 1, 1, "no picture"u8)));
    }

    [Fact]
    public void Nothing_is_left_of_a_document_that_was_not_finished()
    {
        Assert.Throws<InvalidOperationException>(() => Write(_ => throw new InvalidOperationException()));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_font_that_is_not_there_is_found_in_none_of_the_folders_and_named()
    {
        var source = new FontSource("fonts-none", ["None.ttf", "Other.ttf"]);
        var fault = Assert.Throws<FaultException>(() => source.Font).Fault;
        Assert.Equal(("KX3004", "the font None is not installed", "sudo apt-get install fonts-none"), (fault.Code, fault.Message, fault.Remedy));
        Directory.CreateDirectory(_folder.File("a/b"));
        File.WriteAllText(_folder.File("a/b/Other.ttf"), "");
        Assert.Equal(_folder.File("a/b/Other.ttf"), source.Find([_folder.File("nowhere"), _folder.File("a")]));
    }

    private IReadOnlyDictionary<Rune, int> Write(params Action<PaperPage>[] pages) => PaperDocument.Write(Path, About, document => Array.ForEach(pages, draw => draw(document.AddPage(PaperPage.A4))));

    private double Write1(Func<PaperPage, double> draw)
    {
        var result = 0.0;
        Write(page => { result = draw(page); });
        return result;
    }

    private static string Read(string path)
    {
        using var pdf = PdfDocument.Open(path);
        return pdf.GetPage(1).Text;
    }

    // Poppler's, where it is; what it says of directions is for terminals.
    private string Poppler()
    {
        Assert.SkipUnless(Tools.Has("pdftotext", "-v"), "pdftotext is not installed");
        return Plain(Tool.Run("pdftotext", ["-enc", "UTF-8", Path, "-"]).Output);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => c is not ('\u202A' or '\u202B' or '\u202C' or '\n'))).TrimEnd('\f');
}
