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
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

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
        var now = clock.GetUtcNow();
        await db.Uploads.Where(u => u.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        var alive = (await db.Uploads.Select(u => u.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var file in files)
            if (!Guid.TryParse(Path.GetFileName(file), out var id) || !alive.Contains(id))
                File.Delete(file);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do try
        {
            await SweepAsync(stoppingToken);
        }
        catch (Exception e) when (e is IOException or Npgsql.NpgsqlException or InvalidOperationException)
        {
            log.LogWarning(e, "Old uploads stay for another while");
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private string PathOf(Guid upload) => Path.Combine(Folder, upload.ToString());
}
