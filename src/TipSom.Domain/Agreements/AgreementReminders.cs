namespace TipSom.Domain.Agreements;

/// <summary>When both sides are reminded that an agreement ends: 90, 60, 30 and 7 days before its last day in Asia/Karachi.</summary>
public static class AgreementReminders
{
    /// <summary>So many days before the last day.</summary>
    public static IReadOnlyList<int> Days { get; } = [90, 60, 30, 7];

    /// <summary>Which reminder falls on this very day; null when none does.</summary>
    public static int? DueOn(Agreement agreement, DateOnly day) => DaysLeft(agreement, day) is { } left && Days.Contains(left) ? left : null;

    /// <summary>
    /// The reminder that stands on this day where some were missed: the nearest one only, so that a portal that slept a month tells
    /// people once. Null before the first, after the last day, and where nobody need be told.
    /// </summary>
    public static int? NearestOn(Agreement agreement, DateOnly day) =>
        DaysLeft(agreement, day) is { } left && left <= Days[0] ? Days.Last(d => d >= left) : null;

    // An agreement that is suspended still ends; one that never bound, or has ended, concerns nobody.
    private static int? DaysLeft(Agreement agreement, DateOnly day) =>
        agreement.Status is AgreementStatus.Signed or AgreementStatus.Suspended && agreement.InForceTo is { } last && day <= last
            ? last.DayNumber - day.DayNumber
            : null;
}
