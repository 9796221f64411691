using System.Net;
using System.Net.Sockets;

namespace TipSom.TestSupport;

/// <summary>A server of this machine, as small as tests need it: it may be closed and come back to its port.</summary>
public abstract class SmallServer : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private TcpListener? listener;

    protected SmallServer()
    {
        Open();
        Port = ((IPEndPoint)listener!.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>Ends what a conversation waits for when the server is disposed of.</summary>
    protected CancellationToken Closing => closing.Token;

    /// <summary>Comes back to the port it had.</summary>
    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = AcceptAsync(listener);
    }

    /// <summary>Is gone: nothing listens.</summary>
    public void Close() => listener!.Stop();

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        Close();
        closing.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task AcceptAsync(TcpListener on)
    {
        try
        {
            while (true)
                _ = ServeAsync(await on.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception failure) when (failure is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // Whoever called hung up, or the test is over.
            }
        }
    }

    /// <summary>Speaks with one who connected; the connection ends with it.</summary>
    protected abstract Task TalkAsync(NetworkStream stream);
}
