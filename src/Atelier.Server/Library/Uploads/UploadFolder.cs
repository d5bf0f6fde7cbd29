using Atelier.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Library.Uploads;

/// <summary>Where files are that have not wholly arrived.</summary>
internal sealed class UploadFolder(
    IOptions<StudioOptions> studio,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<UploadFolder> log
) : PeriodicWork(TimeSpan.FromMinutes(30), "Old uploads stay for another while", clock, log)
{
    private string Folder => Directory.CreateDirectory(studio.Value.DataPath("uploads")).FullName;

    /// <summary>Held by one request at a time.</summary>
    /// <returns>Null while another one holds it.</returns>
    public FileStream? Open(Guid upload)
    {
        try
        {
            return new FileStream(PathOf(upload), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0);
        }
        catch (IOException) when (File.Exists(PathOf(upload)))
        {
            return null;
        }
    }

    public void Remove(Guid upload) => File.Delete(PathOf(upload));

    /// <summary>What no row speaks of any more: expired, deleted with its owner, or left by a studio that was killed.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LibraryDb>();
        var files = Directory.GetFiles(Folder);
        var now = Clock.GetUtcNow();
        await db.Uploads.Where(u => u.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        var alive = (await db.Uploads.Select(u => u.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var file in files)
            if (!Guid.TryParse(Path.GetFileName(file), out var id) || !alive.Contains(id))
                File.Delete(file);
    }

    protected override bool BeginsAtOnce => true;

    protected override Task WorkAsync(CancellationToken cancel) => SweepAsync(cancel);

    private string PathOf(Guid upload) => Path.Combine(Folder, upload.ToString());
}
