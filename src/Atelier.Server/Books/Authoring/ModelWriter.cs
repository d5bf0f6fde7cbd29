using Atelier.Books.Stories;
using Atelier.Books.Stories.Gate;
using Atelier.Drawing;
using Atelier.Generation;
using Atelier.Language;

namespace Atelier.Books.Authoring;

/// <summary>
/// Has a chat model write the book. Its answer is checked, mended by the model at most twice and measured by the gate that
/// measures the built-in writer; when that fails the built-in writer takes over and the book says so.
/// </summary>
internal sealed class ModelWriter(IChatModel chat, IManuscriptWriter builtIn, LanguagePack language) : IManuscriptWriter
{
    private const int RoundsHeldToTheGate = 2; // in the third the rewriter may do what the model could not

    public async Task<StoryResult> WriteAsync(
        BookBrief brief,
        StoryOutline outline,
        Budget budget,
        CancellationToken cancel
    )
    {
        var pages = outline.Beats.Count;
        var band = Band.Of(brief.AgeBand);
        var round = 0;
        var question = new JsonQuestion<ModelBook>(
            "picture_book",
            AuthorPrompt.System(band),
            AuthorPrompt.Request(brief, pages),
            Check
        );
        var answer = await chat.AskAsync(question, budget, cancel);
        if (answer.Value is not { } book)
            return await FallBackAsync(answer.Failure!.Detail);
        var story = Measure(book, brief, outline, band, answer.Repairs);
        return story.Book.Passed && story.Pages.All(page => page.Passed)
            ? story
            : await FallBackAsync(
                $"Its words stayed too hard for the age band: {string.Join("; ", story.Pages.SelectMany(page => page.Failures).Concat(story.Book.Failures).Distinct().Take(3))}."
            );

        IReadOnlyList<string> Check(ModelBook answered)
        {
            round++;
            var problems = ModelBookCheck.Problems(answered, brief, pages);
            return problems.Count > 0 || round > RoundsHeldToTheGate
                ? problems
                : TooHard(answered, brief, outline, band);
        }

        async Task<StoryResult> FallBackAsync(string why)
        {
            var story = await builtIn.WriteAsync(brief, outline, budget, cancel);
            return story with
            {
                Notes = [.. story.Notes, $"The built-in writer wrote this book, because {chat.Name} could not: {why}"],
            };
        }
    }

    private List<string> TooHard(ModelBook book, BookBrief brief, StoryOutline outline, Band band)
    {
        var gate = Gate(book, brief, outline, band);
        var hard = book
            .Pages.Select((page, index) => gate.Page(index + 1, page.Text))
            .Where(verdict => !verdict.Passed)
            .Select(verdict =>
                $"Page {verdict.Page} is too hard: {string.Join("; ", verdict.Failures)}{HardWords(verdict.Report)}."
            );
        var whole = gate.Book([.. book.Pages.Select(page => page.Text)]);
        return
        [
            .. hard,
            .. whole.Failures.Select(failure =>
                $"The whole book is outside its band: {failure}{HardWords(whole.Report)}."
            ),
        ];
    }

    private static string HardWords(ReadabilityReport report) =>
        report.OffListWords.Count == 0 ? "" : $" (hard words: {string.Join(", ", report.OffListWords.Take(15))})";

    private StoryResult Measure(ModelBook book, BookBrief brief, StoryOutline outline, Band band, int repairs)
    {
        var gate = Gate(book, brief, outline, band);
        var verdicts = new List<PageVerdict>();
        var pages = new List<ManuscriptPage>();
        var first = 0;
        foreach (var (index, page) in book.Pages.Index())
        {
            var text = PrintableText.Of(page.Text);
            var verdict = gate.Page(index + 1, text);
            first += verdict.Passed && repairs == 0 ? 1 : 0;
            if (!verdict.Passed)
            {
                text = PageRewriter.SplitLongSentences(text, band.SentenceMost);
                text = PageRewriter.Shorten(text, band.PageWordsMost, book.Refrain);
                text = PageRewriter.DropHardest(text, verdict.Report.OffListWords, book.Refrain);
                verdict = gate.Page(index + 1, text, rewrites: 1);
            }
            verdicts.Add(verdict);
            pages.Add(new ManuscriptPage(index + 1, text, Scene(page.Picture), PrintableText.Of(page.AltText)));
        }
        var cast = book.Cast.Select(character => new CharacterBrief(
            character.Name,
            PrintableText.Of(character.Name),
            PrintableText.Of(character.Noun)
        ));
        var refrain = PrintableText.Of(book.Refrain);
        var manuscript = new Manuscript(
            PrintableText.Of(brief.Title ?? book.Title),
            [.. cast],
            pages,
            refrain.Length == 0 ? null : refrain,
            PrintableText.Of(book.Blurb),
            chat.Name
        );
        var whole = gate.Book([.. pages.Select(page => page.Text)]);
        return new StoryResult(manuscript, verdicts, whole, first, repairs + verdicts.Sum(v => v.Rewrites), []);
    }

    private ReadingGate Gate(ModelBook book, BookBrief brief, StoryOutline outline, Band band) =>
        new(
            band,
            language,
            [
                .. book.Cast.Select(character => character.Name),
                .. book.Cast.Select(character => character.Noun),
                .. brief.Characters.Select(c => c.Name),
                outline.Facts.GetValueOrDefault("plain", ""), // what the prompt is about,
            ]
        );

    private static SceneSpec Scene(ModelPicture picture) =>
        new(
            picture.Setting,
            picture.Time,
            picture.Weather,
            picture.Shot,
            [
                .. picture.Actors.Select(actor => new ActorCue(
                    actor.Character,
                    actor.Action,
                    actor.Mood,
                    Holding(actor.Holding)
                )),
            ],
            [.. picture.Props.Select(prop => new PropCue(PrintableText.Of(prop.Noun), prop.Count))]
        );

    private static string? Holding(string? noun) => string.IsNullOrWhiteSpace(noun) ? null : PrintableText.Of(noun);
}
