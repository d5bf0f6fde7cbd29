using Atelier.Platform;
using Atelier.Videos.Filming;
using Microsoft.Extensions.Options;

namespace Atelier.Videos.Making;

/// <summary>Looks at the disk before a film is begun, rather than fail in the middle of it.</summary>
internal sealed class DiskRoom(IOptions<StudioOptions> studio)
{
    private const double BytesPerPixelSecond = 0.5; // twice of what restless pictures take: segments, and the film
    private const long Besides = 256L << 20; // scenes while they are prepared, and air for the database

    /// <exception cref="FilmingFailure">disk_full.</exception>
    public void Require(FilmFormat format, double seconds)
    {
        var wanted = (long)(format.Width * (double)format.Height * seconds * BytesPerPixelSecond) + Besides;
        if (new DriveInfo(Path.GetFullPath(studio.Value.DataPath("."))).AvailableFreeSpace < wanted)
            throw FilmingFailure.DiskFull;
    }
}
