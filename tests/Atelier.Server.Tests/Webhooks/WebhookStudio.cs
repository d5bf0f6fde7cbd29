using System.Net;
using System.Text.Json.Nodes;
using Atelier.Jobs.Batches;
using Atelier.Platform.Outgoing;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Webhooks;

/// <summary>A studio of notes that tells receivers on this machine: they are allowed by the name of receiver.test.</summary>
public sealed class WebhookStudio : BatchStudio
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    internal KnownNames Names { get; } = new();

    protected override IEnumerable<string> Settings =>
        [
            .. base.Settings,
            "--Atelier:Outgoing:Allow:0=receiver.test",
            "--Atelier:Webhooks:RetryAfter=00:00:00.01 00:00:00.01",
            "--Atelier:Webhooks:Timeout=00:01:00",
            "--Atelier:Webhooks:MostPerPerson=3",
        ];

    internal override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        Names.Set("receiver.test", "127.0.0.1");
        builder.Services.AddSingleton<INameLookup>(Names);
    }

    /// <returns>The new webhook, its secret with it.</returns>
    public static async Task<JsonNode> HookAsync(Person person, Receiver receiver, params string[] events) =>
        (await person.PostAsync("webhooks", RequestFor(UrlOf(receiver), events))).Expect(HttpStatusCode.Created);

    public static object RequestFor(string url, params string[] events) =>
        new
        {
            name = "Bell",
            url,
            events,
        };

    public static string UrlOf(Receiver receiver) => $"http://receiver.test:{receiver.Port}/bell?room=7";

    public static async Task<JsonNode> LookAsync(Person person, JsonNode hook) =>
        (await person.GetAsync($"webhooks/{hook["id"]}")).Expect(HttpStatusCode.OK);

    public static async Task<IReadOnlyList<JsonNode>> LogAsync(Person person, JsonNode hook) =>
        [
            .. (await person.GetAsync($"webhooks/{hook["id"]}/deliveries?limit=100")).Expect(HttpStatusCode.OK)[
                "items"
            ]!
                .AsArray()
                .Select(entry => entry!),
        ];

    /// <summary>Asks until nothing of so many deliveries is waiting any more.</summary>
    public static async Task<IReadOnlyList<JsonNode>> SettledAsync(Person person, JsonNode hook, int count = 1)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var log = await LogAsync(person, hook);
            if (log.Count >= count && log.All(entry => $"{entry["state"]}" != "waiting"))
                return log;
            await Task.Delay(20, patience.Token);
        }
    }
}
