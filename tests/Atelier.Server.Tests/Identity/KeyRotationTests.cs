using System.Buffers.Text;
using System.Net;
using System.Text.Json.Nodes;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Identity;

/// <summary>New signing keys on two nodes, under people who never stop asking.</summary>
public sealed class KeyRotationTests(StudioFactory studio) : IClassFixture<StudioFactory>, IAsyncLifetime
{
    private const int Clients = 4;
    private static readonly TimeSpan Lead = KeyRotation.Lead + TimeSpan.FromSeconds(1);

    private HttpClient _other = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _other = new() { BaseAddress = await studio.OtherNodeAsync() };

    public ValueTask DisposeAsync()
    {
        _other.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task No_request_fails_while_keys_change_and_the_old_ones_end_with_their_tokens()
    {
        var admin = await studio.RegisterAsync("admin");
        using var stop = new CancellationTokenSource();
        var asking = await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(_ => AskingClient.StartAsync(studio, _other))
        );
        var clients = asking.Select(client => client.RunAsync(stop.Token)).ToList();
        var oldest = Sign(await studio.RegisterAsync(), TimeSpan.FromHours(20));

        for (var i = 0; i < 3; i++)
        {
            var before = studio.Services.GetRequiredService<SigningKeys>().Current.Id;
            (await admin.PostAsync("admin/signing-keys/rotate")).Expect(HttpStatusCode.OK);
            await Task.WhenAll(asking.Select(client => client.HoldRefreshAsync()));
            studio.Clock.Advance(Lead); // the other node may have had no beat in which to read the file
            foreach (var client in asking)
                client.GoOn();
            await Task.WhenAll(asking.Select(client => client.SeeNewKeyAsync(before)));
        }
        await stop.CancelAsync();
        await Task.WhenAll(clients); // throws the first answer that was not 200

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await StatusesAsync(oldest));
        studio.Clock.Advance(TimeSpan.FromMinutes(32));
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], await StatusesAsync(oldest));
        await asking[0].RefreshAsync();
    }

    [Fact]
    public async Task A_key_is_listed_without_its_secret_and_for_admins_only()
    {
        var (admin, user) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync());

        var listed = (await admin.GetAsync("admin/signing-keys")).Expect(HttpStatusCode.OK);

        var current = studio.Services.GetRequiredService<SigningKeys>().Current;
        Assert.Contains(current.Id, listed.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(current.Secret), listed.ToJsonString(), StringComparison.Ordinal);
        (await user.PostAsync("admin/signing-keys/rotate")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_that_has_grown_old_is_followed_by_one_new_key_although_every_node_looks()
    {
        var keys = studio.Services.GetRequiredService<SigningKeys>();
        var rotation = studio.Services.GetRequiredService<KeyRotation>();
        var before = keys.Ring.Keys[0].Id;
        await rotation.RotateWhenDueAsync(Cancel);
        Assert.Equal(before, keys.Ring.Keys[0].Id);

        studio.Clock.Advance(TimeSpan.FromDays(91));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rotation.RotateWhenDueAsync(Cancel)));

        Assert.NotEqual(before, keys.Ring.Keys[0].Id);
        Assert.Equal(before, keys.Ring.Keys[1].Id);
        Assert.Equal(before, keys.Current.Id); // the new one waits until every node has read it
    }

    private async Task<HttpStatusCode[]> StatusesAsync(string token)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var node in (HttpClient[])[studio.Stranger, _other])
            statuses.Add((await AskingClient.AskAsync(node, token)).Status);
        return [.. statuses];
    }

    /// <summary>A token that outlives its key, as none that the studio gives out does.</summary>
    private string Sign(Person person, TimeSpan lifetime)
    {
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(person.AccessToken.Split('.')[1]))!.AsObject();
        return studio.Services.GetRequiredService<JsonWebToken>().Sign(claims, lifetime);
    }
}
