using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Atelier.Platform.Http;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Platform.Files;

public sealed class AssetDownloadTests(AssetDownloadTests.Studio studio) : IClassFixture<AssetDownloadTests.Studio>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task E03_a_file_comes_with_its_hash_as_tag_and_nothing_a_browser_would_run()
    {
        var (path, sha256) = await PutAsync("<svg/>");

        using var answer = await studio.Stranger.GetAsync(path, Cancel);

        Assert.Equal("<svg/>", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal($"\"{sha256}\"", answer.Headers.ETag!.Tag);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains(
            "sandbox",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_already_held_is_not_sent_again()
    {
        var (path, sha256) = await PutAsync("<svg/>");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{sha256}\""));

        using var answer = await studio.Stranger.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task A_range_brings_that_part()
    {
        var (path, _) = await PutAsync("0123456789");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Range = new RangeHeaderValue(2, 4);

        using var answer = await studio.Stranger.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("234", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task E03_a_hostile_name_is_only_a_name()
    {
        var (path, _) = await PutAsync("book");
        var name = Uri.EscapeDataString("../\"x\"\r\nSet-Cookie: a=b; Löwe.pdf");

        using var answer = await studio.Stranger.GetAsync($"{path}?name={name}", Cancel);

        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.EndsWith("Löwe.pdf", disposition.FileNameStar, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_a_404()
    {
        var path = new Uri($"/test/{new string('0', 64)}", UriKind.Relative);

        using var answer = await studio.Stranger.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<(Uri Path, string Sha256)> PutAsync(string text)
    {
        var assets = studio.Services.GetRequiredService<AssetStore>();
        var asset = await assets.PutAsync(Encoding.UTF8.GetBytes(text), "image/svg+xml", Cancel);
        return (new Uri($"/test/{asset.Sha256}", UriKind.Relative), asset.Sha256);
    }

    public sealed class Studio : StudioFactory
    {
        internal override void Extend(WebApplication app) =>
            app.MapGet(
                    "/test/{sha256}",
                    (string sha256, string? name, HttpContext http, AssetStore assets) =>
                        assets.Serve(http, sha256, "image/svg+xml", name)
                )
                .WithMetadata(AccessRule.Open);
    }
}
