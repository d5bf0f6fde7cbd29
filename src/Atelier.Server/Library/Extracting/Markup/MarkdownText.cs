using System.Text;
using Atelier.Library.Documents;
using Atelier.Library.Extracting.Encodings;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Atelier.Library.Extracting.Markup;

/// <summary>Markdown, with its markup taken off. A file that is too large for a tree is read as the plain text it also is.</summary>
internal sealed class MarkdownText : IExtractor
{
    private const long LargestTree = 8 * 1024 * 1024;

    // Beyond this depth the parser gives up, and no writer goes.
    private const int DeepestQuote = 100;
    private const int MostBracketsInARow = 1000;
    private const int MostBrackets = 50_000;

    private static readonly MarkdownPipeline Rules = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseYamlFrontMatter()
        .Build();

    public IReadOnlyList<DocumentFormat> Formats => [DocumentFormat.Md];

    public Task ReadAsync(SourceFile source, TextDraft draft, IProgress<double> progress, CancellationToken cancel)
    {
        using var file = source.Open();
        if (file.Length > LargestTree)
            return ReadPlain("too large");
        var name = source.Encoding?.ToLowerInvariant() ?? EncodingGuess.Of(file, cancel).Name;
        draft.Encoding = name;
        file.Position = 0;
        using var reader = new StreamReader(file, KnownEncodings.Find(name)!, detectEncodingFromByteOrderMarks: false);
        var text = reader.ReadToEnd().TrimStart('\uFEFF');
        if (text.Contains('\0', StringComparison.Ordinal))
            throw Unreadable.NotText("The file has zero bytes, which no text has.");
        CheckDepth(text);
        if (HasTooManyBrackets(text))
            return ReadPlain("too full of brackets");
        Write(Parse(text), draft, cancel);
        return Task.CompletedTask;

        Task ReadPlain(string why)
        {
            draft.Warn(
                "read_as_plain_text",
                $"The file is {why} to be read as Markdown; its markup is part of the text."
            );
            PlainText.Read(file, source.Encoding, draft, progress, cancel);
            return Task.CompletedTask;
        }
    }

    private static MarkdownDocument Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Rules);
        }
        catch (ArgumentException)
        {
            throw TooDeep(); // the parser's own limit
        }
    }

    private static void CheckDepth(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            var depth = 0;
            foreach (var c in line)
                if (c == '>')
                    depth++;
                else if (c != ' ')
                    break;
            if (depth > DeepestQuote)
                throw TooDeep();
        }
    }

    /// <summary>For each bracket of a paragraph the parser looks at all before it: a few kilobytes can take it minutes.</summary>
    private static bool HasTooManyBrackets(ReadOnlySpan<char> text)
    {
        var (all, here) = (0, 0);
        foreach (var line in text.EnumerateLines())
        {
            if (line.TrimStart() is [] or ['-' or '*' or '+' or '#' or (>= '0' and <= '9'), ..])
                here = 0; // another paragraph, or an item of its own
            var brackets = line.Count('[');
            (all, here) = (all + brackets, here + brackets);
            if (here > MostBracketsInARow || all > MostBrackets)
                return true;
        }
        return false;
    }

    private static Unreadable TooDeep() => Unreadable.TooComplex("The file is nested more deeply than text is.");

    private static void Write(MarkdownDocument document, TextDraft draft, CancellationToken cancel)
    {
        var headings = document.OfType<HeadingBlock>().ToList();
        draft.Title = headings.FirstOrDefault(heading => heading.Level == 1) is { } first
            ? GoodTitle.OfHeading(PlainOf(first.Inline))
            : null;
        // One heading of the first level is the document's title; its chapters are a level below.
        var level = headings.Count(heading => heading.Level == 1) > 1 ? 1 : 2;
        foreach (var block in document)
            Write(block, level, draft, cancel);
    }

    private static void Write(Block block, int chapterLevel, TextDraft draft, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        draft.EndParagraph();
        switch (block)
        {
            case HeadingBlock heading:
                if (heading.Level <= chapterLevel)
                    draft.Chapter(PlainOf(heading.Inline));
                Write(heading.Inline, draft);
                break;
            case YamlFrontMatterBlock or HtmlBlock or LinkReferenceDefinitionGroup:
                break;
            case CodeBlock code:
                draft.Append(code.Lines.ToString());
                break;
            case LeafBlock leaf:
                Write(leaf.Inline, draft);
                break;
            case TableRow row:
                for (var i = 0; i < row.Count; i++)
                {
                    if (i > 0)
                        draft.Append(" | ");
                    foreach (var part in (TableCell)row[i])
                        Write((part as LeafBlock)?.Inline, draft);
                }
                break;
            case ContainerBlock container:
                foreach (var part in container)
                    Write(part, 0, draft, cancel);
                break;
        }
        draft.EndParagraph();
    }

    private static void Write(ContainerInline? inlines, TextDraft draft)
    {
        foreach (var inline in inlines?.AsEnumerable() ?? [])
            switch (inline)
            {
                case LiteralInline literal:
                    draft.AppendFlow(literal.Content.AsSpan());
                    break;
                case LineBreakInline { IsHard: true }:
                    draft.EndLine();
                    break;
                case LineBreakInline:
                    draft.Append(" ");
                    break;
                case CodeInline code:
                    draft.AppendFlow(code.Content);
                    break;
                case AutolinkInline link:
                    draft.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    draft.AppendFlow(entity.Transcoded.AsSpan());
                    break;
                case Markdig.Extensions.Footnotes.FootnoteLink { IsBackLink: false } note:
                    draft.Append($"[{note.Index}]");
                    break;
                case ContainerInline container:
                    Write(container, draft);
                    break;
            }
    }

    private static string PlainOf(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var literal in inlines?.Descendants<LeafInline>() ?? [])
            text.Append(
                literal is LiteralInline plain ? plain.Content.ToString()
                : literal is CodeInline code ? code.Content
                : " "
            );
        return text.ToString().Trim();
    }
}
