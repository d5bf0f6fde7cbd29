using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Images;

public class ImageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1.0, "1024x1024")]
    [InlineData(0.75, "1024x1536")]
    [InlineData(1.6, "1536x1024")]
    public async Task The_nearest_size_is_asked_for(double aspect, string size)
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => FakeReply.Text(""));
        var answer = await TestModels
            .Image(server)
            .DrawAsync(new PictureRequest("A moon.", aspect), new Budget(), Cancel);
        Assert.Equal("image/png", answer.Value?.MediaType);
        Assert.Equal(size, server.Requests[0].Body.GetProperty("size").GetString());
        Assert.Equal(0.04m, answer.Usage.Cost);
    }

    [Fact]
    public async Task Bytes_that_are_no_picture_are_refused_after_another_try()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ =>
            FakeReply.Picture("<svg onload=alert(1)>"u8.ToArray())
        );
        var answer = await TestModels.Image(server).DrawAsync(new PictureRequest("A moon.", 1), new Budget(), Cancel);
        Assert.Equal(FailureCodes.BadAnswer, answer.Failure?.Code);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_blocked_prompt_is_not_sent_again()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            FakeReply.Error(400, "content_policy_violation")
        );
        Assert.Equal(
            FailureCodes.Rejected,
            (await TestModels.Image(server).DrawAsync(new PictureRequest("?", 1), new Budget(), Cancel)).Failure?.Code
        );
    }
}
