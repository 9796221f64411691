using System.Security.Cryptography;

namespace TipSom.Data.Audit;

/// <summary>A file of anchors as read back: what it holds to, and the first thing that is wrong with it.</summary>
/// <param name="Lines">Lines that are in order.</param>
/// <param name="Torn">Lines that a power cut left unfinished; the line after them goes on from the one before.</param>
/// <param name="Heads">Every head anchored, by chain, with the line that says so.</param>
/// <param name="Break">What is wrong, or null.</param>
public sealed record AnchorTrail(int Lines, int Torn, ILookup<Guid, (ChainHead Head, int Line)> Heads, string? Break)
{
    /// <summary>Reads the file with the public key, line by line.</summary>
    public static async Task<AnchorTrail> ReadAsync(string path, ECDsa key, CancellationToken ct)
    {
        var (number, good, torn, previous) = (0, 0, 0, Anchor.None);
        string? broken = null;
        var heads = new List<(ChainHead Head, int Line)>();
        await foreach (var line in File.ReadLinesAsync(path, ct))
        {
            number++;
            if (!Anchor.IsWhole(line))
            {
                torn++;
                continue;
            }

            var anchor = Anchor.Read(line, key);
            if (anchor is null)
                broken ??= $"line {number} was not signed with this key";
            else if (anchor.Previous != previous)
                broken ??= $"line {number} does not follow the line before it";
            else
                good++;
            if (broken is not null)
                break;
            heads.AddRange(anchor!.Heads.Select(h => (h, number)));
            previous = Anchor.HashOf(line);
        }

        return new AnchorTrail(good, torn, heads.ToLookup(h => h.Head.Chain), broken);
    }
}
