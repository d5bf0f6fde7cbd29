using Atelier.Drawing;
using Atelier.Library.Characters.FromDocument;
using Atelier.Library.Talk.Grounding;
using Atelier.Library.Talk.Streaming;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk.Answering;

/// <summary>
/// Answers with what the character says in the book, as printed and with its place. Who comes from no book answers with
/// the lines of their card.
/// </summary>
internal sealed class QuotationVoice(LibraryDb db, Retrieval retrieval)
{
    public const string Name = "quotations";

    private const int MostSayings = 4_000;
    private const int Quotes = 2;
    private const int Longest = 600;
    private const int LongestTag = 60; // said the old keeper of the lamp.
    private const double Doubt = 0.6;

    /// <param name="given">Passages that were numbered already, by a model that failed.</param>
    public async Task<Utterance> AnswerAsync(
        Scene scene,
        AnswerSheet sheet,
        CancellationToken cancel,
        IReadOnlyList<NumberedPassage>? given = null
    )
    {
        var before = string.Join('\n', scene.Before.Select(message => message.Content));
        var sayings = await SayingsAsync(scene, cancel);
        if (sayings.Count == 0)
            return await FromCardAsync(scene, before, sheet, cancel);
        var chosen = Choose(sayings, scene, before);
        var passages = (given ?? []).ToList();
        var numbers = new List<int>();
        foreach (var saying in chosen)
        {
            var passage = await retrieval.AroundAsync(scene.Document!.Id, saying.Start, cancel);
            var known = passages.FirstOrDefault(one => one.PassageId == passage?.Id);
            if (known is null && passage is not null)
                passages.Add(known = Retrieval.Number(passage, passages.Count + 1));
            numbers.Add(known?.N ?? 0);
        }
        await sheet.TellAsync(AnswerEvents.Retrieval, new RetrievalData(passages), cancel);
        var exact = new List<Citation>();
        foreach (var (i, saying) in chosen.Index())
        {
            await SpeakAsync(Gap(chosen, i) + Marked(saying.Text), sheet, cancel);
            if (numbers[i] == 0)
                continue;
            exact.Add(
                new(numbers[i], CitationCheck.Points(sheet.Text, sheet.Text.Length) + 1, saying.Start, saying.End, true)
            );
            await SpeakAsync($" [{numbers[i]}]", sheet, cancel);
        }
        return new(passages, Name) { Exact = exact };
    }

    private async Task<IReadOnlyList<Saying>> SayingsAsync(Scene scene, CancellationToken cancel)
    {
        if (scene.Document is not { } document || scene.Character.Person is not { } person)
            return [];
        var horizon = scene.Chat.Horizon ?? int.MaxValue;
        var rows = await db
            .Quotations.AsNoTracking()
            .Where(q => q.DocumentId == document.Id && q.Speaker == person && q.Chapter <= horizon)
            .Where(q => q.Tier == "sure" || q.Tier == "likely")
            .OrderBy(q => q.StartAt)
            .Take(MostSayings)
            .ToListAsync(cancel);
        return [.. rows.Where(row => row.Body.Length <= Longest).Select(DossierReader.Said)];
    }

    /// <summary>The best matches that were not said yet; where nothing matches, something they are sure to have said.</summary>
    private static List<Saying> Choose(IReadOnlyList<Saying> sayings, Scene scene, string before)
    {
        var fresh = sayings.Where(saying => !before.Contains(saying.Text, StringComparison.Ordinal)).ToList();
        if (fresh.Count == 0)
            fresh = [.. sayings];
        var ranked = WordMatch
            .Rank(scene.Question, fresh, saying => saying.Text)
            .OrderByDescending(one => one.Score * (one.Item.IsSure ? 1 : Doubt))
            .ToList();
        if (ranked.Count > 0)
            return [.. ranked.Take(Quotes).SelectMany(one => WithRest(one.Item, sayings)).Distinct()];
        var sure = fresh.Where(saying => saying.IsSure && saying.Text.Length >= 20).DefaultIfEmpty(fresh[0]).ToList();
        return [new Seed((ulong)scene.Chat.Seed).For(scene.Question, scene.Before.Count).Pick(sure)];
    }

    /// <summary>What "said she" parts is said whole.</summary>
    private static IEnumerable<Saying> WithRest(Saying saying, IReadOnlyList<Saying> sayings)
    {
        yield return saying;
        if (!saying.IsWhole && sayings.FirstOrDefault(next => IsRest(saying, next)) is { } rest)
            yield return rest;
    }

    private static bool IsRest(Saying saying, Saying next) =>
        !saying.IsWhole && next.Start >= saying.End && next.Start - saying.End <= LongestTag;

    private static async Task<Utterance> FromCardAsync(
        Scene scene,
        string before,
        AnswerSheet sheet,
        CancellationToken cancel
    )
    {
        const string note =
            "No model is configured, and this character comes from no book: these are lines of the card.";
        var lines = CardLines.Of(scene.Persona.Card, scene.Chat.Macros(scene.Persona.Card));
        var fresh = lines.Where(line => !before.Contains(line, StringComparison.Ordinal)).ToList();
        var choice = fresh.Count > 0 ? fresh : lines;
        var ranked = WordMatch.Rank(scene.Question, choice, line => line);
        var line =
            ranked.Count > 0 ? ranked[0].Item
            : choice.Count > 0 ? choice[0]
            : null;
        await sheet.TellAsync(
            AnswerEvents.Error,
            new ErrorData(line is null ? "no_voice" : "card_lines", Retryable: false, note),
            cancel
        );
        if (line is not null)
            await SpeakAsync(line, sheet, cancel);
        return new([], Name) { Note = note, ErrorCode = line is null ? "no_voice" : null };
    }

    private static string Gap(List<Saying> chosen, int i) =>
        i == 0 ? ""
        : IsRest(chosen[i - 1], chosen[i]) ? " "
        : "\n\n";

    /// <summary>As printed; what is printed without marks gets them, so that it is seen to be a quotation.</summary>
    private static string Marked(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length > 0 && line[0] is '“' or '"' or '‘' or '\'' or '«' or '„' or '「' ? line : $"“{line}”";
    }

    private static async Task SpeakAsync(string text, AnswerSheet sheet, CancellationToken cancel)
    {
        foreach (var (i, word) in text.Split(' ').Index())
            await sheet.WriteAsync(i == 0 ? word : " " + word, cancel);
        await sheet.FlushAsync(cancel);
    }
}
