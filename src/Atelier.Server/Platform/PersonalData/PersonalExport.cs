using System.IO.Compression;
using System.Security.Cryptography;
using Atelier.Platform.Files;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.PersonalData;

/// <summary>Gathers from all modules what a person owns.</summary>
internal sealed class PersonalExport(
    IEnumerable<IPersonalData> modules,
    AssetStore assets,
    IOptions<StudioOptions> studio
)
{
    /// <returns>A whole ZIP file, at its beginning; it is gone when it is closed.</returns>
    public async Task<FileStream> WriteAsync(Guid person, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(studio.Value.DataPath("work")).FullName;
        var path = Path.Combine(folder, RandomNumberGenerator.GetHexString(24, lowercase: true) + ".zip");
        var file = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.Delete,
            0,
            FileOptions.Asynchronous
        );
        try
        {
            // Without a name it ends with whoever holds it open, also when the studio is killed.
            File.Delete(path);
            await using (
                var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, null, cancel)
            )
            {
                var archive = new PersonalArchive(zip, assets);
                foreach (var module in modules)
                    await module.ExportAsync(person, archive, cancel);
            }
            file.Position = 0;
            return file;
        }
        catch (IOException e) when (DiskFullException.IsCauseOf(e))
        {
            await file.DisposeAsync();
            throw new DiskFullException();
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
