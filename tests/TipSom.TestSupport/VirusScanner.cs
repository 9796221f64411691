using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TipSom.TestSupport;

/// <summary>How a <see cref="VirusScanner"/> treats whoever asks.</summary>
public enum ScannerMood
{
    /// <summary>Finds <see cref="TestFiles.Eicar"/>, and nothing else.</summary>
    Looks,

    /// <summary>Says nothing at all.</summary>
    Stalls,

    /// <summary>Says that something went wrong.</summary>
    Errs,

    /// <summary>Breaks off in the middle of a word.</summary>
    Drops
}

/// <summary>A clamd of this machine, as small as tests need it: speaks INSTREAM and has moods.</summary>
public sealed class VirusScanner : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<byte[]> looked = [];
    private TcpListener? listener;

    public VirusScanner()
    {
        Open();
        Port = ((IPEndPoint)listener!.LocalEndpoint).Port;
    }

    public int Port { get; }

    public ScannerMood Mood { get; set; }

    /// <summary>Every file it was given whole, those given twice twice.</summary>
    public IReadOnlyList<byte[]> Looked => [.. looked];

    /// <summary>Settings of a portal that asks here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Scanner:Host"] = "127.0.0.1",
        ["Scanner:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Scanner:PatienceSeconds"] = "2"
    };

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
    }

    private async Task AcceptAsync(TcpListener on)
    {
        try
        {
            while (true)
                _ = TalkAsync(await on.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task TalkAsync(TcpClient client)
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

    private async Task TalkAsync(NetworkStream stream)
    {
        if (Mood == ScannerMood.Stalls)
            await Task.Delay(Timeout.Infinite, closing.Token);
        var command = new byte[10];
        await stream.ReadExactlyAsync(command, closing.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            await SayAsync("UNKNOWN COMMAND\0");
            return;
        }

        using var file = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, closing.Token);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size == 0)
                break;
            var part = new byte[size];
            await stream.ReadExactlyAsync(part, closing.Token);
            file.Write(part);
        }

        looked.Enqueue(file.ToArray());
        var isHarmful = file.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(TestFiles.Eicar)) >= 0;
        await SayAsync(Mood switch
        {
            ScannerMood.Errs => "stream: Can't allocate memory ERROR\0",
            ScannerMood.Drops => "stream: O",
            _ => isHarmful ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0"
        });

        async Task SayAsync(string word) => await stream.WriteAsync(Encoding.ASCII.GetBytes(word), closing.Token);
    }
}
