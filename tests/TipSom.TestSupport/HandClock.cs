namespace TipSom.TestSupport;

/// <summary>A clock that moves only when a test says so. What it begins with lies in the past: the database lets nobody be ahead of its own clock.</summary>
public sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
