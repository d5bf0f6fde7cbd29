using Atelier.Language.Cast;
using Atelier.Language.Manuscripts;
using Atelier.Library.Documents;
using Atelier.Library.Extracting;
using Atelier.Library.Reading;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Library.Analysing;

/// <summary>The people of a text, what they say and whom they have to do with, as the library keeps them.</summary>
internal sealed class CastOfText
{
    private const int MostSpans = 20_000;

    private readonly CastReport _report;
    private readonly string _text;
    private readonly CodePoints _places;
    private readonly IReadOnlyList<DocumentChapter> _chapters;

    private CastOfText(CastReport report, string text, IReadOnlyList<DocumentChapter> chapters, bool isWhole)
    {
        (_report, _text, _places, _chapters) = (report, text, new CodePoints(text), chapters);
        var quotations = report.Quotations;
        Figures = new(
            report.People.Count,
            quotations.Count,
            quotations.Count(q => q.Speaker is not null),
            quotations.Count(q => q is { Speaker: not null, Tier: Tier.Sure }),
            quotations.Count(q => q is { Speaker: not null, Tier: Tier.Likely }),
            quotations.Count(q => q is { Speaker: not null, Tier: Tier.Guess }),
            report.Relations.Count,
            "Rules for English prose: capitalised names, titles, verbs of speaking, turns of a conversation. No model.",
            "On 14 unseen whole novels 73 of 100 quotations get the right speaker; where it is called sure, 96 of 100 do. Each quotation carries its own confidence.",
            isWhole
                ? null
                : $"People and quotations are from the first {ChapterSearch.Longest / 1_000_000} million characters."
        );
    }

    public CastFigures Figures { get; }

    public static CastOfText Read(
        StoredText texts,
        DocumentFormat format,
        ExtractedText extracted,
        IProgress<double> progress,
        CancellationToken cancel
    )
    {
        var text = texts.Head(extracted.Sha256, ChapterSearch.Longest, out var isWhole);
        // A file without markup may have a licence around its text, and lines in the place of paragraphs.
        var manuscript =
            format is DocumentFormat.Txt
                ? Manuscript.Read(text, cancel)
                : Manuscript.Of(text, ChaptersOf(text, extracted), ParagraphsOf(text));
        return new(CastReader.Read(manuscript, progress, cancel), text, extracted.Chapters, isWhole);
    }

    public async Task KeepAsync(NpgsqlTransaction transaction, Guid document, CancellationToken cancel)
    {
        await KeepPeopleAsync(transaction.Connection!, document, cancel);
        await KeepQuotationsAsync(transaction.Connection!, document, cancel);
        await KeepRelationsAsync(transaction.Connection!, document, cancel);
    }

    private static List<Chapter> ChaptersOf(string text, ExtractedText extracted)
    {
        var places = new CodePoints(text);
        return
        [
            .. extracted
                .Chapters.Where(chapter => chapter.Start < places.Count)
                .Select(chapter => new Chapter(
                    chapter.Number,
                    chapter.Title,
                    places.ToUtf16(new TextSpan(chapter.Start, Math.Min(chapter.End, places.Count)))
                )),
        ];
    }

    private static List<TextSpan> ParagraphsOf(string text)
    {
        var spans = new List<TextSpan>();
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            if (end < 0)
                end = text.Length;
            if (end > at)
                spans.Add(new(at, end));
            at = end + 2;
        }
        return spans;
    }

    private async Task KeepPeopleAsync(NpgsqlConnection connection, Guid document, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy library.people (document_id, number, name, aliases, names, gender, gender_evidence, mentions, by_chapter,
                                 mention_starts, mention_ends) from stdin (format binary)
            """,
            cancel
        );
        foreach (var person in _report.People)
        {
            var spans = Spans(person.MentionSpans);
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(document, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(person.Id, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(person.Name, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(person.Aliases.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(
                string.Join(" | ", person.Aliases.Prepend(person.Name).Distinct()),
                NpgsqlDbType.Text,
                cancel
            );
            await copy.WriteAsync(person.Gender.ToString().ToLowerInvariant(), NpgsqlDbType.Text, cancel);
            if (person.GenderEvidence is { } evidence)
                await copy.WriteAsync(evidence, NpgsqlDbType.Text, cancel);
            else
                await copy.WriteNullAsync(cancel);
            await copy.WriteAsync(person.Mentions, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(
                person.MentionsByChapter.ToArray(),
                NpgsqlDbType.Array | NpgsqlDbType.Integer,
                cancel
            );
            await WriteAsync(copy, spans, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    private async Task KeepQuotationsAsync(NpgsqlConnection connection, Guid document, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy library.quotations (document_id, number, chapter, start_at, end_at, body, speaker, addressees, kind, tier,
                                     confidence, rule) from stdin (format binary)
            """,
            cancel
        );
        var (number, chapter) = (0, 0);
        foreach (var quotation in _report.Quotations)
        {
            var span = _places.FromUtf16(quotation.Span);
            while (chapter + 1 < _chapters.Count && _chapters[chapter + 1].Start <= span.Start)
                chapter++;
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(document, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(++number, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(_chapters.Count == 0 ? 1 : _chapters[chapter].Number, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(span.Start, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(span.End, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(_text[quotation.Span.Start..quotation.Span.End], NpgsqlDbType.Text, cancel);
            if (quotation.Speaker is { } speaker)
                await copy.WriteAsync(speaker, NpgsqlDbType.Integer, cancel);
            else
                await copy.WriteNullAsync(cancel);
            await copy.WriteAsync(quotation.Addressees.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(quotation.Kind.ToString().ToLowerInvariant(), NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(quotation.Tier.ToString().ToLowerInvariant(), NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(quotation.Confidence, NpgsqlDbType.Double, cancel);
            await copy.WriteAsync(quotation.Rule, NpgsqlDbType.Text, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    private async Task KeepRelationsAsync(NpgsqlConnection connection, Guid document, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy library.relations (document_id, a, b, kind, weight, by_chapter, passage_starts, passage_ends)
            from stdin (format binary)
            """,
            cancel
        );
        foreach (var relation in _report.Relations)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(document, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(relation.A, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(relation.B, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(
                relation.Kind is RelationKind.TalksTo ? "talksTo" : "appearsWith",
                NpgsqlDbType.Text,
                cancel
            );
            await copy.WriteAsync(relation.Weight, NpgsqlDbType.Double, cancel);
            await copy.WriteAsync(
                relation.WeightByChapter.ToArray(),
                NpgsqlDbType.Array | NpgsqlDbType.Integer,
                cancel
            );
            await WriteAsync(copy, Spans(relation.Passages), cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    private TextSpan[] Spans(IReadOnlyList<TextSpan> spans) =>
        [.. spans.Take(MostSpans).Select(span => _places.FromUtf16(span))];

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, TextSpan[] spans, CancellationToken cancel)
    {
        await copy.WriteAsync(
            Array.ConvertAll(spans, span => span.Start),
            NpgsqlDbType.Array | NpgsqlDbType.Integer,
            cancel
        );
        await copy.WriteAsync(
            Array.ConvertAll(spans, span => span.End),
            NpgsqlDbType.Array | NpgsqlDbType.Integer,
            cancel
        );
    }
}
