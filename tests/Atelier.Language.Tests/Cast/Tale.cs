using Atelier.Language.Cast;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Tests.Cast;

/// <summary>A short story in the old manner, written for these tests, and who speaks in it.</summary>
internal static class Tale
{
    public const string Text = """
        CHAPTER I

        Miss Harriet Lowe had kept the post office at Welby for twenty years, and her brother Edwin had kept the keys. Harriet
        sorted the letters; Edwin Lowe carried them. He was a slow man, and she was a quick woman, and between them nothing was
        ever lost.

        "There is a letter for the mill," said Harriet one morning, holding it to the light.

        "For the mill!" cried Edwin. "Nobody writes to the mill."

        "Somebody has written now," she replied.

        Edwin took the letter and turned it over. He weighed it in his hand.

        "It is heavy," he said. "Shall I take it to Mr. Thorne at once?"

        "You had better, Edwin. Mr. Thorne will want to know."

        "And if he asks who sent it?"

        "Tell him that I do not read other people's letters."

        CHAPTER II

        Mr. Thorne was standing in the yard of the mill when Edwin came in at the gate. He was a tall old man, and he looked at
        the letter as though it might bite him. Martha, his daughter, stood behind him with a basket on her arm.

        "From London," said Mr. Thorne at last. "Martha, fetch my spectacles."

        "They are on your nose, father," said Martha.

        Mr. Thorne felt for them and frowned. Edwin smiled at Martha, and she blushed.

        "Good day to you, Miss Thorne," he said.

        "Good day, Mr. Lowe," Martha answered. "How is your sister?"

        "Harriet is well. She sends you her love."

        "Then give her mine, and tell her that I shall come on Sunday."

        "I will," said Edwin, and he went away down the hill with the empty bag upon his back.
        """;

    /// <summary>By the order of the quotations; "?" where nobody could tell from the story's words.</summary>
    public static readonly string[] Speakers =
    [
        "Harriet",
        "Edwin",
        "Edwin",
        "Harriet",
        "Edwin",
        "Edwin",
        "Harriet",
        "Edwin",
        "Harriet",
        "Thorne",
        "Thorne",
        "Martha",
        "Edwin",
        "Martha",
        "Martha",
        "Edwin",
        "Martha",
        "Edwin",
    ];

    public static CastReport Read(string text) =>
        CastReader.Read(Manuscript.Read(text, default), null, TestContext.Current.CancellationToken);

    /// <summary>Each quotation's speaker by the first of these words that is in one of the person's names.</summary>
    public static IEnumerable<string> Spoken(CastReport report, params string[] words) =>
        report.Quotations.Select(quotation =>
            quotation.Speaker is not { } id
                ? "-"
                : words.FirstOrDefault(
                    word => report.People[id].Aliases.Any(alias => alias.Contains(word, StringComparison.Ordinal)),
                    "?"
                )
        );
}
