using System.Text;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Library.Extracting;

/// <summary>What becomes of files of each format.</summary>
public sealed class FormatTests(LibraryStudio studio) : IClassFixture<LibraryStudio>
{
    [Fact]
    public async Task DOCX_gives_headings_notes_tables_and_text_boxes_once_and_no_deletions()
    {
        var file = Files.Word(
            Files.P("The Harbour", "Kop")
                + "<w:p><w:r><w:t xml:space=\"preserve\">The boat </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>came in.</w:t></w:r></w:ins><w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc>"
                + Files.P("Ebb")
                + "</w:tc><w:tc>"
                + Files.P("Flood")
                + "</w:tc></w:tr></w:tbl>"
                + "<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>"
                + Files.P("A sign on the wall")
                + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>"
                + Files.P("A sign on the wall")
                + "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside the door.</w:t></w:r></w:p>"
                + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>",
            (
                "word/footnotes.xml",
                $"<w:footnotes {Files.Word2006}><w:footnote w:type=\"separator\" w:id=\"0\">{Files.P("no")}</w:footnote><w:footnote w:id=\"7\">{Files.P("At noon.")}</w:footnote></w:footnotes>"
            )
        );
        var (document, text) = await ReadAsync("harbour.docx", file);

        Assert.Equal(
            "The Harbour\n\nThe boat came in.[1]\n\nEbb | Flood\n\nA sign on the wall\n\nBeside the door.\n\n[1] At noon.",
            text
        );
        var chapters = await ChaptersAsync(document);
        Assert.Equal(["The Harbour", "Notes"], chapters);
    }

    [Fact]
    public async Task EPUB_is_read_in_the_order_of_its_spine_and_one_bad_chapter_is_told_of()
    {
        var file = Files.Epub(
            [
                ("z%20last.xhtml", "<html><body><h2>The End</h2><p>They went home.</p></body></html>"),
                ("gone.xhtml", "<html><body><p>Never seen.</p></body></html>"),
                (
                    "a.xhtml",
                    "<!DOCTYPE html [<!ENTITY x 'y'>]><html><head><title/></head><body><h1>One</h1><p>The <ruby>sea<rt>see</rt></ruby>&nbsp;was<br/>calm &amp; cold.</p><script>x</script></body></html>"
                ),
            ],
            (
                "OPS/toc.ncx",
                "<!DOCTYPE ncx PUBLIC '-//NISO//DTD ncx 2005-1//EN' 'http://www.daisy.org/z3986/2005/ncx-2005-1.dtd'><ncx><navMap><navPoint><navLabel><text>Chapter One</text></navLabel><content src='a.xhtml#top'/></navPoint><navPoint><navLabel><text>Last</text></navLabel><content src='z%20last.xhtml'/></navPoint></navMap></ncx>"
            ),
            (
                "META-INF/encryption.xml",
                "<encryption><EncryptedData><EncryptionMethod Algorithm='http://www.idpf.org/2008/embedding'/></EncryptedData></encryption>"
            )
        );
        var (document, text) = await ReadAsync("tides.epub", Without(file, "OPS/gone.xhtml"));

        Assert.Equal("One\n\nThe sea was\ncalm & cold.\n\nThe End\n\nThey went home.", text);
        Assert.Equal(["Chapter One", "Last"], await ChaptersAsync(document));
        Assert.Equal(("The Tide Table", "M. Holm"), ($"{document["title"]}", $"{document["author"]}"));
        Assert.Equal("chapter_left_out", $"{document["warnings"]![0]!["code"]}");
    }

    [Fact]
    public async Task Markdown_loses_its_markup_and_keeps_its_chapters()
    {
        var (document, text) = await ReadAsync(
            "notes.md",
            Encoding.UTF8.GetBytes(
                """
                # Field notes

                ## Monday

                It *rained*, and the [river](http://x.example) rose
                by a foot.

                > He said `nothing`.

                - one
                - two

                | a | b |
                |---|---|
                | 1 | 2 |
                """
            )
        );
        Assert.Equal(
            "Field notes\n\nMonday\n\nIt rained, and the river rose by a foot.\n\nHe said nothing.\n\none\n\ntwo\n\na | b\n\n1 | 2",
            text
        );
        Assert.Equal(["Field notes", "Monday"], await ChaptersAsync(document));
    }

    [Fact]
    public async Task PDF_gives_running_text_without_headers_and_says_where_pages_begin()
    {
        string[] Page(int number, params string[] lines) => ["THE LIGHTHOUSE", .. lines, $"{number}"];
        var (document, text) = await ReadAsync(
            "light.pdf",
            Files.Pdf(
                Page(1, "The keeper was tired of the wind and the rain that night, and of the light-", "house itself."),
                Page(2, "A lighthouse is a lonely place, he thought, and looked out at the dark water and"),
                Page(3, "the ships that went by without a word."),
                Page(4, "In the morning the wind had gone.")
            )
        );
        Assert.DoesNotContain("THE LIGHTHOUSE", text, StringComparison.Ordinal);
        Assert.Contains("of the lighthouse itself.", text, StringComparison.Ordinal);
        Assert.Contains("dark water and the ships that went by", text, StringComparison.Ordinal);
        var contents = await ContentsAsync(document);
        Assert.Equal([1, 2, 3, 4], contents["pages"]!.AsArray().Select(p => p!["number"]!.GetValue<int>()));
        var third = contents["pages"]![2]!["start"]!.GetValue<int>();
        Assert.StartsWith("the ships", text[third..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16le", "Zażółć gęślą jaźń, powiedział stary latarnik i nie wrócił do domu.")]
    [InlineData("utf-8", "“Où est-elle ?” dit-il. Elle n’était pas là, et il ne la cherchait plus.")]
    [InlineData("windows-1252", "Elle était déjà là, et le garçon l’avait vue. Où es-tu, disait-il à la mer.")]
    [InlineData(
        "windows-1250",
        "Zażółć gęślą jaźń, powiedział stary latarnik, i nie wrócił już do domu, że też się bał."
    )]
    [InlineData("windows-1251", "Старый смотритель поднялся на маяк, и море было тихо, как будто оно спало.")]
    [InlineData("ibm866", "Старый смотритель поднялся на маяк, и море было тихо, как будто оно спало.")]
    [InlineData("shift_jis", "海は静かだった。灯台の老人は、ゆっくりと階段をのぼっていった。")]
    [InlineData("gb18030", "老人在海上的灯塔里住了很多年，他不知道自己为什么来到这里，也不想说。")]
    public async Task The_encoding_of_a_plain_text_is_found(string encoding, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (document, read) = await ReadAsync("a.txt", Encoding.GetEncoding(encoding).GetBytes(text));
        Assert.Equal((encoding, text), ($"{document["encoding"]}", read));
    }

    private static byte[] Without(byte[] file, string entry)
    {
        using var bytes = new MemoryStream();
        bytes.Write(file);
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Update, true))
            zip.GetEntry(entry)!.Delete();
        return bytes.ToArray();
    }

    private Person? _person;

    private async Task<(JsonNode Document, string Text)> ReadAsync(string name, byte[] file)
    {
        _person = await studio.RegisterAsync();
        var document = await studio.BringAndReadAsync(_person, name, file);
        Assert.True($"{document["state"]}" == "ready", document.ToJsonString());
        return (document, await LibraryStudio.TextAsync(_person, document["id"]!.GetValue<Guid>()));
    }

    private async Task<JsonNode> ContentsAsync(JsonNode document) =>
        (await _person!.GetAsync($"documents/{document["id"]}/contents")).Expect(System.Net.HttpStatusCode.OK);

    private async Task<IEnumerable<string>> ChaptersAsync(JsonNode document) =>
        (await ContentsAsync(document))["chapters"]!.AsArray().Select(chapter => $"{chapter!["title"]}");
}
