using TipSom.Domain.Identity;

namespace TipSom.Journeys.Walk;

/// <summary>Every page of the site and who is sent to look at it. A page without an entry fails a test.</summary>
public static class Visits
{
    public static IReadOnlyList<Visit> All { get; } =
    [
        new("/account/sign-in", null, _ => "/account/sign-in", Asks.Answers),
        // Asked for, it leads on to the first page, and that to signing in.
        new("/language", null, _ => "/language", Asks.Answers),
        new("/status/{code:int}", null, _ => "/nowhere", Status: 404),
        new("/dev/components", null, _ => "/dev/components", Asks.OnlyAPress),
        new("/account", Role.Officer, _ => "/account", Asks.OnlyAPress),
        new("/account/sign-out", Role.Officer, _ => "/account/sign-out", Asks.OnlyAPress),
        new("/status/{code:int}", Role.Officer, _ => "/inbox", Status: 403),
        new("/", Role.Officer, _ => "/"),
    ];
}
