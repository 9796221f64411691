namespace TipSom.Data.Encryption;

/// <summary>
/// The master keys that wrap record keys: the current one seals, all of them open. Read anew on a schedule, and at once when a record names a
/// key that is not known yet, so that portals which read at different moments open each other's records.
/// </summary>
public sealed class MasterKeys
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>Length of a key's id, in bytes.</summary>
    public const int IdLength = 4;

    /// <summary>How often a portal reads them anew.</summary>
    public static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(30);

    // A record that was tampered with must not start a program at every look at it.
    private static readonly TimeSpan BeforeTheSameIsAsked = TimeSpan.FromSeconds(1);
    private const int MostRemembered = 1_000;

    private readonly Lock reading = new();
    private readonly Dictionary<uint, DateTimeOffset> notFound = [];
    private readonly TimeProvider clock;
    private volatile KeyRing ring;

    /// <param name="current">The key that seals, 32 bytes.</param>
    /// <param name="earlier">Keys that still open older records.</param>
    public MasterKeys(byte[] current, params IEnumerable<byte[]> earlier) : this(new GivenKeys(current, earlier), TimeProvider.System)
    {
    }

    /// <exception cref="MasterKeyException">They cannot be had.</exception>
    public MasterKeys(MasterKeySource source, TimeProvider clock)
    {
        (Source, this.clock) = (source, clock);
        ring = source.Read();
    }

    public MasterKeySource Source { get; }

    /// <summary>The keys as they are now.</summary>
    public KeyRing Ring => ring;

    /// <summary>
    /// Reads them anew. Refuses a ring without the key that seals now: it is another portal's, or this one missed a change; the keys in use stay.
    /// </summary>
    public void Refresh()
    {
        lock (reading)
        {
            var read = Source.Read();
            if (read.Find(ring.Current.IdBytes) is null)
            {
                throw new MasterKeyException(
                    $"The master keys read anew do not hold {ring.Current}, which this portal seals with; it goes on with the keys it has. "
                    + "Put that key back, or start the portal again.");
            }

            ring = read;
        }
    }

    internal MasterKey? Find(ReadOnlySpan<byte> id) => ring.Find(id) ?? FindAnew(id);

    private MasterKey? FindAnew(ReadOnlySpan<byte> id)
    {
        var number = BitConverter.ToUInt32(id);
        lock (reading)
        {
            if (ring.Find(id) is { } meanwhile)
                return meanwhile;
            if (notFound.TryGetValue(number, out var asked) && clock.GetUtcNow() - asked < BeforeTheSameIsAsked)
                return null;
            if (notFound.Count >= MostRemembered)
                notFound.Clear();
            notFound[number] = clock.GetUtcNow();
            try
            {
                Refresh();
            }
            catch (MasterKeyException)
            {
                // The record does not open; the reading on schedule says why.
                return null;
            }

            return ring.Find(id);
        }
    }
}
