using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace TipSom.Web.Documents;

/// <summary>What the scanner said of a file.</summary>
public enum ScanAnswer
{
    /// <summary>Nothing harmful.</summary>
    Clean,

    /// <summary>Something harmful.</summary>
    Infected,

    /// <summary>It could not say.</summary>
    NoVerdict,

    /// <summary>It did not answer at all: there is no use in asking on now.</summary>
    Away
}

/// <summary>
/// Asks ClamAV's clamd by its INSTREAM command: parts of the file, each after its length in four bytes, then a length of zero. Only the one
/// word that says clean means clean; whatever else comes, late or not at all, does not.
/// </summary>
public sealed class Clamd(ScannerOptions settings)
{
    private const int Part = 64 * 1024;
    private const int LongestAnswer = 4 * 1024;

    /// <param name="shorter">How long it may take, where that is less than the setting.</param>
    public async Task<ScanAnswer> ScanAsync(ReadOnlyMemory<byte> file, CancellationToken ct, TimeSpan? shorter = null)
    {
        if (settings.IsOff)
            return ScanAnswer.Clean;
        if (!settings.IsSet)
            return settings.MayDoWithout ? ScanAnswer.Clean : ScanAnswer.Away;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(shorter < settings.Patience ? shorter.Value : settings.Patience);
        try
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(settings.Host!, settings.Port, patience.Token);
            await using var stream = client.GetStream();
            return await AskAsync(stream, file, patience.Token);
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return ScanAnswer.Away;
        }
    }

    private static async Task<ScanAnswer> AskAsync(NetworkStream stream, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var length = new byte[4];
        for (var at = 0; at < file.Length; at += Part)
        {
            var part = file.Slice(at, Math.Min(Part, file.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            await stream.WriteAsync(length, ct);
            await stream.WriteAsync(part, ct);
        }

        await stream.WriteAsync(new byte[4], ct);
        var answer = new byte[LongestAnswer];
        var read = 0;
        for (int more; read < answer.Length && (more = await stream.ReadAsync(answer.AsMemory(read), ct)) > 0;)
        {
            read += more;
            if (answer[read - 1] == 0)
                return Meaning(Encoding.ASCII.GetString(answer, 0, read - 1));
        }

        return read == 0 ? ScanAnswer.Away : ScanAnswer.NoVerdict;
    }

    private static ScanAnswer Meaning(string answer) =>
        answer == "stream: OK" ? ScanAnswer.Clean
        : answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) ? ScanAnswer.Infected
        : ScanAnswer.NoVerdict;
}
