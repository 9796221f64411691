using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
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
public sealed class VirusScanner : SmallServer
{
    private readonly ConcurrentQueue<byte[]> looked = [];

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

    protected override async Task TalkAsync(NetworkStream stream)
    {
        if (Mood == ScannerMood.Stalls)
            await Task.Delay(Timeout.Infinite, Closing);
        var command = new byte[10];
        await stream.ReadExactlyAsync(command, Closing);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            await SayAsync("UNKNOWN COMMAND\0");
            return;
        }

        using var file = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, Closing);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size == 0)
                break;
            var part = new byte[size];
            await stream.ReadExactlyAsync(part, Closing);
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

        async Task SayAsync(string word) => await stream.WriteAsync(Encoding.ASCII.GetBytes(word), Closing);
    }
}
