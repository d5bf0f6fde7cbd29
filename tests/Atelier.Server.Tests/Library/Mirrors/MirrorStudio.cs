using Atelier.Support;
using Atelier.Testing.Models.Mirrors;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Library.Mirrors;

/// <summary>
/// A studio with both mirrors. It runs no jobs, so nothing is delivered but when a test says so; documents are planted.
/// </summary>
public sealed class MirrorStudio : StudioFactory, IAsyncLifetime
{
    public FakeNeo4j Neo4j { get; private set; } = null!;

    public FakePinecone Pinecone { get; private set; } = null!;

    internal override string Role => "web";

    protected override IEnumerable<string> Settings =>
        [
            .. base.Settings,
            $"--Atelier:Library:Neo4j:Address={Neo4j.Address}",
            $"--Atelier:Library:Neo4j:Password={FakeNeo4j.Password}",
            $"--Atelier:Library:Pinecone:Host={Pinecone.Host}",
            $"--Atelier:Library:Pinecone:ApiKey={FakePinecone.Key}",
        ];

    internal MirrorLedger Ledger => Services.GetRequiredService<MirrorLedger>();

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        Neo4j = await FakeNeo4j.StartAsync();
        Pinecone = await FakePinecone.StartAsync();
        await InitializeAsync();
        await SettleAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Neo4j.DisposeAsync();
        await Pinecone.DisposeAsync();
    }

    public Task SettleAsync() => Ledger.SettleAsync([.. Services.GetServices<IMirror>()], CancellationToken.None);

    /// <returns>How many documents both took.</returns>
    public async Task<int> DeliverAsync()
    {
        var courier = Services.GetRequiredService<MirrorCourier>();
        var taken = 0;
        foreach (var mirror in Services.GetServices<IMirror>())
            taken += await courier.DeliverAsync(mirror, TestContext.Current.CancellationToken);
        return taken;
    }

    /// <summary>A novel that was analysed just now.</summary>
    public async Task<PlantedNovel> PlantAsync(Person person)
    {
        var novel = await PlantedNovel.PlantAsync(this, person);
        await AnalyzedAsync(novel.Id);
        return novel;
    }

    /// <summary>As at the end of an analysis.</summary>
    public Task AnalyzedAsync(Guid document) =>
        RunAsync("update library.documents set analyzed_at = $2 where id = $1", document, Clock.GetUtcNow());

    public async Task RunAsync(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
