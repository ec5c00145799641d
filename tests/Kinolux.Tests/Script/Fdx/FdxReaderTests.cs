using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Script.Fdx;
using Kinolux.Script.Files;
using Kinolux.Script.Model;
using Kinolux.Tests.Script.Fountain;

namespace Kinolux.Tests.Script.Fdx;

/// <summary>A Final Draft document is read as what its writer sees, and nothing in it is lost unsaid.</summary>
public sealed class FdxReaderTests
{
    /// <summary>Empty paragraphs, revised text, quotes, a tag, two who speak at once, and what nobody knows.</summary>
    internal const string Kitchen = """
        <?xml version="1.0" encoding="UTF-8" standalone="no" ?>
        <FinalDraft DocumentType="Script" Template="No" Version="6">
          <Content>
            <Paragraph Number="7" Type="Scene Heading">
              <SceneProperties Color="#FFFF00000000" Length="2/8" Page="3" Title=""><Summary><Paragraph><Text>They quarrel.</Text></Paragraph></Summary></SceneProperties>
              <Text>INT. PANTRY - </Text><Text RevisionID="1">NIGHT</Text>
            </Paragraph>
            <Paragraph Type="Action"><Text></Text></Paragraph>
            <Paragraph Type="Action"/>
            <Paragraph Type="Action">
              <Text>She puts the </Text><Text TagNumber="4">iron pan</Text><Text RevisionID="2" Style="Bold+Underline"> down.</Text>
            </Paragraph>
            <Paragraph>
              <DualDialogue>
                <Paragraph Type="Character"><Text>EVA</Text></Paragraph>
                <Paragraph Type="Dialogue"><Text>I said &quot;stop&quot; &amp; you went.</Text></Paragraph>
                <Paragraph Type="Character"><Text>OLE</Text></Paragraph>
                <Paragraph Type="Dialogue"><Text RevisionID="1">You never said "stop".</Text></Paragraph>
              </DualDialogue>
            </Paragraph>
            <Paragraph Type="Strange Type"><Text>A paragraph of a type nobody knows.</Text></Paragraph>
          </Content>
          <TagData>
            <TagCategories><Category Color="#92C81E1F0000" Id="05c556eb-6bc1-4a3a-b09f-f8b5ba1b6afa" Name="Props" Number="5" Style=""/></TagCategories>
            <TagDefinitions><TagDefinition CatId="05c556eb-6bc1-4a3a-b09f-f8b5ba1b6afa" Id="d1" Label="iron pan" Number="1"/></TagDefinitions>
            <Tags><Tag Number="4"><DefId>d1</DefId></Tag></Tags>
          </TagData>
          <SomethingNew Flavour="mint"/>
        </FinalDraft>
        """;

    [Fact]
    public void A_document_is_read_with_all_that_it_says()
    {
        var script = Read(Kitchen);
        Assert.Equal(
            [
                "SceneHeading INT. PANTRY - NIGHT #7", "Synopsis They quarrel.", "Action ", "Action ", "Action She puts the iron pan down.",
                "Character EVA", "Dialogue I said \"stop\" & you went.", "Character OLE dual", "Dialogue You never said \"stop\".", "General A paragraph of a type nobody knows.",
            ],
            script.Elements.Select(FountainReaderTests.Say));
        Assert.Equal(new SceneProperties("2/8", "3", "", "#FFFF00000000"), script.Elements[0].Properties);
        Assert.Equal([new TextRun("She puts the "), new TextRun("iron pan", Tag: 4), new TextRun(" down.", TextStyle.Bold | TextStyle.Underline, 2)], script.Elements[4].Runs);
        Assert.Equal([new ScriptTag(4, "Props", "iron pan")], script.Tags);
        Assert.Equal([("colour", 4), ("unknown type", 20), ("unknown element", 27)], script.Extras.Select(extra => (extra.Kind, extra.Line)));
    }

    [Fact]
    public void Elements_know_where_they_are_in_the_document()
    {
        foreach (var text in (string[])[Kitchen, Kitchen.ReplaceLineEndings("\r\n"), Kitchen.ReplaceLineEndings("\r")])
        {
            var script = Read(text);
            Assert.StartsWith("<Paragraph Number", text[script.Elements[0].Span.Start..], StringComparison.Ordinal);
            Assert.Equal(["<Paragraph Type=\"Action\"><Text></Text></Paragraph>", "<Paragraph Type=\"Action\"/>"], script.Elements.Skip(2).Take(2).Select(element => text.Substring(element.Span.Start, element.Span.Length)));
            Assert.Equal((9, 11, 4), (script.Elements[4].Span.Line, script.Elements[4].Span.LastLine, script.Elements[4].Span.Column));
            Assert.EndsWith("</Paragraph>", text[..script.Elements[4].Span.End], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_note_is_about_its_paragraph_or_stands_where_it_stands() => Reads(
        """<Paragraph Type="Action"><ScriptNote ID="1"><Paragraph><Text>One.</Text></Paragraph><Paragraph><Text>Two.</Text></Paragraph></ScriptNote><Text>It is </Text><ScriptNote><Paragraph><Text>so</Text></Paragraph></ScriptNote><Text>quiet.</Text></Paragraph>""",
        "Action It is quiet.", "Note One./Two.");

    [Fact]
    public void Text_within_what_nobody_knows_is_text() => Reads(
        """<Wrapper><Paragraph Type="Action"><Link Target="x"><Text>All </Text></Link><Text>here.</Text></Paragraph></Wrapper>""", "Action All here.");

    [Fact]
    public void What_is_centred_is_centred_and_a_new_page_is_a_new_page() => Reads(
        """<Paragraph Type="New Act"><Text>ACT TWO</Text></Paragraph><Paragraph Alignment="Center" StartsNewPage="Yes" Type="Action"><Text Style="Bold">THE END</Text></Paragraph>""",
        "Centered ACT TWO", "PageBreak ", "Centered THE END");

    [Fact]
    public void A_scene_that_is_omitted_is_kept_and_not_printed() => Reads(
        """<Paragraph Number="3" Type="Scene Heading"><OmittedScene><Paragraph Type="Scene Heading"><Text>INT. GONE</Text></Paragraph><Paragraph Type="Action"><Text>Nobody.</Text></Paragraph></OmittedScene><Text>OMITTED</Text></Paragraph>""",
        "SceneHeading OMITTED #3", "Boneyard INT. GONE/Nobody.");

    [Fact]
    public void White_space_and_line_ends_in_text_are_text() => Reads(
        "<Paragraph Type=\"Action\">\n  <Text>   Three\n</Text>\n  <Text> </Text>\n  <Text><![CDATA[a < b]]></Text>\n</Paragraph>", "Action    Three/ a < b");

    [Fact]
    public void A_title_page_is_read_by_what_its_lines_say()
    {
        const string Page = """
            <TitlePage><Content>
            <Paragraph Alignment="Center"><Text></Text></Paragraph><Paragraph Alignment="Center"><Text Style="Underline">THE PANTRY</Text></Paragraph>
            <Paragraph Alignment="Center"><Text>Written by</Text></Paragraph><Paragraph Alignment="Center"><Text>Eva Ole</Text></Paragraph>
            <Paragraph Alignment="Center"><Text>Based on the novel by Ole Eva</Text></Paragraph>
            <Paragraph Alignment="Left"><Text>First Draft 1/2/2026</Text></Paragraph><Paragraph Alignment="Left"><Text>1 Long Street</Text></Paragraph><Paragraph Alignment="Left"><Text>Oslo</Text></Paragraph>
            </Content></TitlePage>
            """;
        var script = Read($"<FinalDraft><Content/>{Page}</FinalDraft>");
        Assert.Equal(["Title: THE PANTRY", "Credit: Written by", "Author: Eva Ole", "Source: Based on the novel by Ole Eva", "Draft date: First Draft 1/2/2026", "Contact: 1 Long Street/Oslo"], script.Title.Select(entry => $"{entry.Key}: {string.Join('/', entry.Lines)}"));
    }

    [Theory]
    [InlineData("<!DOCTYPE FinalDraft [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<FinalDraft><Content/></FinalDraft>", 1)]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE FinalDraft SYSTEM \"file:///etc/passwd\">\n<FinalDraft><Content/></FinalDraft>", 2)]
    [InlineData("<FinalDraft>\n<Content>\n<Paragraph Type=\"Action\"><Text>Cut o", 3)]
    [InlineData("<FinalDraft>\n<Content>\n<Paragraph></Content>\n</FinalDraft>", 3)]
    [InlineData("<FinalDraft>\n<Content>\n<Paragraph><Text>&unknown;</Text></Paragraph></Content></FinalDraft>", 3)]
    [InlineData("<FinalDraft><Content/></FinalDraft>\n<More/>", 2)]
    [InlineData("<?xml version=\"1.0\"?>", 1)]
    public void Broken_and_hostile_XML_is_a_fault_with_its_line(string text, int line)
    {
        var fault = Assert.Throws<FaultException>(() => Read(text)).Fault;
        Assert.Equal("KX1403", fault.Code);
        Assert.StartsWith($"line {line} of story.fdx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_nested_without_end_are_a_fault() =>
        Assert.Equal("KX1403", Assert.Throws<FaultException>(() => Read("<FinalDraft><Content>" + string.Concat(Enumerable.Repeat("<Paragraph>", 300_000)))).Fault.Code);

    [Fact]
    public void XML_of_another_program_is_no_script() =>
        Assert.Equal("KX1404", Assert.Throws<FaultException>(() => Read("<svg><Content/></svg>")).Fault.Code);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_document_is_recognised_by_its_content_and_comes_back_byte_for_byte(string encoding)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("story.txt");
        var bytes = (byte[])[.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(Kitchen)];
        File.WriteAllBytes(path, bytes);
        var file = ScriptFile.Read(path);
        Assert.Equal((ScriptFormat.FinalDraft, true, 1), (file.Format, file.IsMisnamed, file.Script.Scenes.Count));
        Assert.Equal(bytes, file.Text.Bytes());
    }

    [Theory]
    [InlineData("", ScriptFormat.Fountain, false)]
    [InlineData("INT. HOUSE - DAY\n\nRain.\n", ScriptFormat.Fountain, true)]
    public void A_name_is_not_believed(string text, ScriptFormat format, bool isMisnamed)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("story.fdx");
        File.WriteAllText(path, text);
        var file = ScriptFile.Read(path);
        Assert.Equal((format, isMisnamed), (file.Format, file.IsMisnamed));
    }

    [Fact]
    public void A_document_without_its_head_is_broken_and_no_other_format()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("story.fdx");
        File.WriteAllText(path, "aragraph Type=\"Action\"><Text>Rain.</Text></Paragraph></Content></FinalDraft>");
        Assert.Equal("KX1403", Assert.Throws<FaultException>(() => ScriptFile.Read(path)).Fault.Code);
    }

    [Fact]
    public void Documents_cut_anywhere_are_read_or_a_fault()
    {
        for (var length = 0; length < Kitchen.Length; length++)
            Assert.Contains(Assert.Throws<FaultException>(() => Read(Kitchen[..length])).Fault.Code, (string[])["KX1403", "KX1404"]);
    }

    [Fact]
    public void Real_documents_are_read()
    {
        var documents = Directory.EnumerateFiles(Repository.Shared("story"), "*.fdx", SearchOption.AllDirectories).ToList();
        foreach (var path in documents)
        {
            var file = ScriptFile.Read(path);
            Assert.Equal(File.ReadAllBytes(path), file.Text.Bytes());
            Assert.All(file.Script.Extras, extra => Assert.DoesNotContain("unknown", extra.Kind, StringComparison.Ordinal));
        }
        Assert.Equal(190, ScriptFile.Read(Repository.Shared("story", "screenplain", "examples", "Big-Fish.fdx")).Script.Scenes.Count);
        Assert.Equal(30, ScriptFile.Read(Repository.Shared("story", "localonly_storyboarder", "test", "fixtures", "final-draft", "test.fdx")).Script.Scenes.Count);
    }

    internal static Screenplay Read(string text) => FdxReader.Read(text, "story.fdx");

    private static void Reads(string content, params string[] elements) =>
        Assert.Equal(elements, Read($"<FinalDraft><Content>{content}</Content></FinalDraft>").Elements.Select(FountainReaderTests.Say));
}
