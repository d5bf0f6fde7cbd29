using System.Globalization;
using Atelier.Language.Cast;
using Atelier.Language.Manuscripts;

namespace Atelier.Benchmarks.Language;

/// <summary>
/// How well the people and speakers of novels are found, on the LitBank excerpts (88 of about 2,000 words, annotated by
/// hand), on the same excerpts inside their whole novels, and on all quotations of the novels of the Project Dialogism Novel
/// Corpus, where these are at hand; who of a novel's people is found; how fast; in how much memory.
/// </summary>
internal static class LanguageBenchmark
{
    private const string Variable = "ATELIER_LITBANK";

    public static int Run(IReadOnlyList<string> args)
    {
        var folder = args.Count > 0 ? args[0] : Environment.GetEnvironmentVariable(Variable);
        if (folder is null || !Directory.Exists(Path.Combine(folder, "quotations")))
        {
            Console.WriteLine(
                $"The annotated excerpts are not here. Say where: ./atelier bench language DIR [NOVELS [DIALOGISM]], or {Variable}=DIR; DIR holds quotations/*.txt with their .ann, and novels/*.txt; NOVELS more of these; DIALOGISM the novels of that corpus, one folder each."
            );
            return 0;
        }
        Line(
            $"""
            # People, quotations and speakers

            `./atelier bench language DIR [NOVELS [DIALOGISM]]` on LitBank (David Bamman, CC BY 4.0): excerpts of about 2,000 words of public-domain novels, whose
            quotations and speakers are annotated by hand; one sentence a line, without paragraphs. A speaker is right when it is the person
            of the report that stands for the annotators' entity: by name, or, where one of the two has none, the one that shares most of
            its quotations; nobody stands for two. Weights were tuned on every other excerpt (by file name), the other half is held out.
            The excerpts do not say whether a quotation is explicit, anaphoric or implicit: that is the reader's own judgement.
            DIALOGISM is the Project Dialogism Novel Corpus (Vishnubhotla, Hammond, Hirst: 28 whole novels, 37,131 quotations, each novel's people with
            their names), judged by the first part of each quotation; every other novel (by folder name) is held out, and Daisy Miller, whose beginning is a
            held-out excerpt, was not looked at either. A person of the report stands for the character who has most of its mentions, by names that are
            only that character's, a nameless teller for who says what it says; a character is found when somebody stands for it. Among
            the first, who has a name of somebody of the novel is one of its people; a second line leaves out who stands there a second time.
            Machine: 2 cores (x86-64 virtual machine), Debian 12, .NET 10.

            """
        );
        var excerpts = Excerpt.ReadAll(folder, args.Count > 1 ? args[1] : Path.Combine(folder, "novels"));
        // Weights are tuned on every other excerpt only; the rest is what the figures promise.
        var tuned = excerpts.Where((_, i) => i % 2 == 0).ToList();
        var heldOut = excerpts.Where((_, i) => i % 2 == 1).ToList();
        LanguageReport.Write("Held-out excerpts", Alone(heldOut));
        LanguageReport.Write("Excerpts that weights were tuned on", Alone(tuned));
        LanguageReport.Write("Held-out excerpts inside their whole novels", InNovels(heldOut));
        LanguageReport.Write("Tuned excerpts inside their whole novels", InNovels(tuned));
        LanguageReport.Write("Held-out excerpts, every person renamed", Alone(heldOut, Renaming.Apply));
        if (args.Count > 2)
            WriteDialogism(args[2]);
        WriteCasts(Path.Combine(folder, "novels"));
        LanguageSpeed.Write(Path.Combine(folder, "novels"));
        return 0;
    }

    /// <summary>Every other novel is held out here too, so that whatever begins a held-out excerpt is never tuned on.</summary>
    private static void WriteDialogism(string folder)
    {
        var novels = DialogismNovel.ReadAll(folder).ToList();
        Write("Held-out novels of the Project Dialogism Novel Corpus", novels.Where((_, i) => i % 2 == 0));
        Write("Its novels that weights were tuned on", novels.Where((_, i) => i % 2 == 1));

        static void Write(string title, IEnumerable<DialogismNovel> novels)
        {
            var (score, cast) = (new Score(), new CastScore());
            foreach (var novel in novels)
                novel.AddTo(score, cast, Read(novel.Text));
            LanguageReport.Write(title, score);
            LanguageReport.Write(cast);
        }
    }

    private static void WriteCasts(string folder)
    {
        var cast = new CastScore();
        foreach (var (name, people) in GoldPerson.ReadAll())
            if (Path.Combine(folder, name + ".txt") is var file && File.Exists(file))
            {
                var text = File.ReadAllText(file);
                cast.Add(name, text, Read(text), people);
            }
        Line($"## Major characters of eight whole novels\n");
        LanguageReport.Write(cast);
    }

    private static Score Alone(IEnumerable<Excerpt> excerpts, Func<Excerpt, Excerpt>? change = null)
    {
        var score = new Score();
        foreach (var original in excerpts)
        {
            var excerpt = change?.Invoke(original) ?? original;
            score.Add(excerpt.Name, excerpt.Text, Read(excerpt.Text), excerpt.Quotes, Matching.NamesOf);
        }
        return score;
    }

    private static Score InNovels(IEnumerable<Excerpt> excerpts)
    {
        var score = new Score();
        foreach (var excerpt in excerpts.Where(excerpt => excerpt.Novel is not null && excerpt.Quotes.Count > 0))
        {
            var novel = File.ReadAllText(excerpt.Novel!);
            score.Add(excerpt.Name, novel, Read(novel), Alignment.Find(excerpt, novel), Matching.NamesOf);
        }
        return score;
    }

    private static CastReport Read(string text) =>
        CastReader.Read(Manuscript.Read(text, CancellationToken.None), null, CancellationToken.None);

    public static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
