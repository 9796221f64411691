using System.Text;

namespace TipSom.Data.Audit;

/// <summary>The file of anchors: only ever longer, and on the disk before anything is said to be anchored.</summary>
public static class AnchorFile
{
    private const int FirstLook = 64 * 1024;

    /// <summary>Appends the line that is made of the hash of the last whole line.</summary>
    public static async Task<string> AppendAsync(string path, Func<string, string> lineAfter, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // Nobody else writes meanwhile.
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var (last, endsWhole) = await LastAsync(file, ct);
        var line = lineAfter(last is null ? Anchor.None : Anchor.HashOf(last));
        file.Seek(0, SeekOrigin.End);
        // What a power cut left of a line stays, on a line of its own.
        await file.WriteAsync(Encoding.UTF8.GetBytes($"{(endsWhole ? "" : "\n")}{line}\n"), ct);
        file.Flush(flushToDisk: true);
        return line;
    }

    private static async Task<(string? Line, bool EndsWhole)> LastAsync(FileStream file, CancellationToken ct)
    {
        if (file.Length == 0)
            return (null, true);
        for (long look = FirstLook; ; look *= 4)
        {
            var length = (int)Math.Min(look, file.Length);
            var tail = new byte[length];
            file.Seek(-length, SeekOrigin.End);
            await file.ReadExactlyAsync(tail, ct);
            var lines = Encoding.UTF8.GetString(tail).Split('\n');
            // The first may have begun before the tail.
            var last = lines.Skip(length == file.Length ? 0 : 1).LastOrDefault(Anchor.IsWhole);
            if (last is not null || length == file.Length)
                return (last, tail[^1] == (byte)'\n');
        }
    }
}
