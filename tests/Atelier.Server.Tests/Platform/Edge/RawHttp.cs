using System.Net.Sockets;
using System.Text;

namespace Atelier.Platform.Edge;

/// <summary>A client that says exactly these bytes, well-formed or not.</summary>
internal static class RawHttp
{
    /// <returns>All that comes back until the server closes the connection.</returns>
    public static async Task<string> SayAsync(Uri address, string bytes)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), patience.Token);
        var said = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer, patience.Token) is > 0 and var length)
                said.Append(Encoding.Latin1.GetString(buffer, 0, length));
        }
        catch (IOException)
        {
            // Closed with some of ours unread: what came before counts.
        }
        return said.ToString();
    }
}
