using System.Text;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Platform.Files;

/// <summary>In a studio of its own, whose clock runs ahead and whose every file may go.</summary>
public sealed class AssetSweepTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AssetStore Assets => studio.Services.GetRequiredService<AssetStore>();

    private AssetSweep Sweep => studio.Services.GetRequiredService<AssetSweep>();

    [Fact]
    public async Task A_file_that_nothing_names_goes_after_a_day_and_not_before()
    {
        var young = await PutAsync("young");
        await Sweep.RunAsync(Cancel);
        Assert.True(Assets.Exists(young));

        Age(young);
        Assert.True(await Sweep.RunAsync(Cancel) >= 1);
        Assert.False(Assets.Exists(young));
    }

    [Fact]
    public async Task Content_stored_again_is_new_again()
    {
        var file = await PutAsync("wanted again");
        Age(file);
        await PutAsync("wanted again");

        await Sweep.RunAsync(Cancel);

        Assert.True(Assets.Exists(file));
        Assert.False(Assets.RemoveOlderThan(file, studio.Clock.GetUtcNow() - AssetSweep.Grace));
        Assert.True(Assets.Exists(file));
    }

    [Fact]
    public async Task Beside_another_database_nothing_is_removed()
    {
        var file = await PutAsync("somebody's");
        Age(file);
        await Sweep.RunAsync(Cancel);
        Assert.False(Assets.Exists(file));
        var note = Path.Combine(studio.DataFolder, "assets", "studio");
        var (own, kept) = (await File.ReadAllTextAsync(note, Cancel), await PutAsync("somebody else's"));
        Age(kept);
        await File.WriteAllTextAsync(note, Guid.Empty.ToString(), Cancel);

        Assert.Equal(0, await Sweep.RunAsync(Cancel));

        Assert.True(Assets.Exists(kept));
        await File.WriteAllTextAsync(note, own, Cancel);
    }

    private void Age(string sha256) =>
        File.SetLastWriteTimeUtc(
            Assets.PathOf(sha256),
            studio.Clock.GetUtcNow().UtcDateTime - AssetSweep.Grace.Multiply(2)
        );

    private async Task<string> PutAsync(string content) =>
        (await Assets.PutAsync(Encoding.UTF8.GetBytes(content), "text/plain", Cancel)).Sha256;
}
