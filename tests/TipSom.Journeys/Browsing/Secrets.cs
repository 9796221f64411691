using TipSom.TestSupport;

namespace TipSom.Journeys.Browsing;

/// <summary>What identifies the person of every test, in each form it may be written, and the account of what happened.</summary>
public static class Secrets
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Canarybird", "Canaryfather", "Narrativecanary",
        World.KnownIdentity.IdNumber!, "90000-1234567-1",
        World.KnownIdentity.Phone!, "0399-0000123", "0399 0000123"
    ];

    public static bool AreIn(string text) => All.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    public static void AssertNotIn(IEnumerable<string> texts) => Assert.DoesNotContain(texts, AreIn);
}
