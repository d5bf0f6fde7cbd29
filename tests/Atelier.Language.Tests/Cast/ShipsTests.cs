using Atelier.Language.Cast;

namespace Atelier.Language.Tests.Cast;

public sealed class ShipsTests
{
    private const string Voyage = """
        CHAPTER I

        The Heron lay at the quay. Captain Dale went on board the Heron at noon, and the Heron's deck was wet.

        “She is ready,” said Captain Dale. Tom Bell stood aboard the Heron and looked at the water.

        “Heron ahoy!” cried Tom Bell. “Ahoy!” answered the Heron.

        CHAPTER II

        The Heron's crew sang, and the Heron went out to sea. “Where is she bound?” asked the Hatter.

        “For the south,” said Tom Bell. The Hatter sighed. “I am sick,” said the Hatter.
        """;

    private static readonly CastReport Report = Tale.Read(Voyage);

    [Fact]
    public void A_ship_is_nobody_though_it_answers() =>
        Assert.DoesNotContain(Report.People, person => person.Name.Contains("Heron", StringComparison.Ordinal));

    [Fact]
    public void Others_with_an_article_are_somebody_when_they_speak() =>
        Assert.Contains(Report.People, person => person.Name == "The Hatter");
}
