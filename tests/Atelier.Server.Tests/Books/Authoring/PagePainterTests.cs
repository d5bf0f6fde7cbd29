using Atelier.Books;
using Atelier.Books.Authoring;
using Atelier.Drawing;
using Atelier.Generation;
using Atelier.Testing.Models;

namespace Atelier.Tests.Books.Authoring;

public class PagePainterTests
{
    private static readonly PageFrame Frame = new(621, 630, new Box(27, 27, 567, 576));

    private static readonly ManuscriptPage Page = new(
        1,
        "Pip looked up.",
        new SceneSpec(Setting.Meadow, TimeOfDay.Night, Weather.Clear, Shot.Wide, [new ActorCue("pip")], []),
        "A fox looks at the moon."
    );

    private static readonly Manuscript Book = new(
        "Pip",
        [new CharacterBrief("pip", "Pip", "fox")],
        [Page],
        null,
        "",
        "builtin/1"
    );

    private static async Task<PaintedPage> Paint(FakeModelServer server)
    {
        var options = new ModelOptions
        {
            Endpoint = server.Endpoint,
            Model = FakeModelServer.Model,
            ApiKey = FakeModelServer.Key,
            MaxAttempts = 1,
            Sizes = ["64x64"],
        };
        var model = GenerationRegistration
            .Create(new GenerationOptions { Image = options }, TimeProvider.System)
            .Image!;
        return await new PagePainter(model).PaintAsync(
            Book,
            Page,
            Frame,
            new Budget(),
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task A_painted_picture_fills_the_sheet_and_a_coarse_one_is_noted()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => FakeReply.Text(""));
        var painted = await Paint(server);
        Assert.StartsWith("<image x=\"0\" y=\"0\" width=\"621\" height=\"630\"", painted.Svg, StringComparison.Ordinal);
        Assert.Contains("7 pixels per inch", Assert.Single(painted.Notes), StringComparison.Ordinal);
        Assert.Contains(
            "Pip is a fox",
            server.Requests[0].Body.GetProperty("prompt").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_failure_leaves_the_page_to_the_built_in_illustrator_and_says_so()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ =>
            FakeReply.Error(400, "content_policy_violation")
        );
        var painted = await Paint(server);
        Assert.Null(painted.Svg);
        Assert.Contains("built-in illustrator", Assert.Single(painted.Notes), StringComparison.Ordinal);
    }
}
