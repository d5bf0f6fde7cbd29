using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Platform.Telemetry;

public sealed class HealthTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health")]
    public async Task A_studio_with_a_database_is_well(string path)
    {
        using var answer = await studio.Stranger.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Details_are_for_admins()
    {
        var user = await studio.RegisterAsync();
        var admin = await studio.RegisterAsync("admin");
        var details = new Uri("/health/details", UriKind.Relative);

        using var refused = await user.Http.GetAsync(details, Cancel);
        var told = JsonNode.Parse(await admin.Http.GetStringAsync(details, Cancel))!;

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("healthy", told["checks"]!["database"]!["status"]!.GetValue<string>());
        Assert.Equal(
            ["database", "disk", "migrations", "mirrors", "tools"],
            told["checks"]!.AsObject().Select(check => check.Key).Order()
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
