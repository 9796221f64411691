using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Services;

/// <summary>
/// A service a provider's unit offers: where, to whom, and how many places. Who is accepted holds a place until the referral ends;
/// the database keeps that count, in the transaction of the step.
/// </summary>
public sealed class ProviderService
{
    /// <summary>A count of free places older than this reads "not known".</summary>
    public static readonly TimeSpan PlacesGoStaleAfter = TimeSpan.FromHours(24);

    /// <summary>More places than this no service has; beyond it a number was mistyped.</summary>
    public const int MostPlaces = 5000;

    private List<VictimGroup> groups = [];
    private List<string> languageCodes = [];

    private ProviderService() { }

    /// <summary>Offers a service at a unit.</summary>
    public ProviderService(
        Guid agencyId, Guid unitId, ServiceType service, string districtCode, IEnumerable<VictimGroup> groups, int? minAge = null, int? maxAge = null)
        : this(agencyId, unitId, service, districtCode, new Eligibility([.. groups], minAge, maxAge)) { }

    /// <summary>Offers a service at a unit to those who are eligible.</summary>
    public ProviderService(Guid agencyId, Guid unitId, ServiceType service, string districtCode, Eligibility eligibility)
    {
        (Id, AgencyId, UnitId, Service, DistrictCode) = (Guid.CreateVersion7(), agencyId, unitId, service, districtCode);
        Keep(eligibility.Checked());
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The provider.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>The unit that answers referrals for it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>What is offered.</summary>
    public ServiceType Service { get; private set; }

    /// <summary>District where it is offered.</summary>
    public string DistrictCode { get; private set; } = "";

    /// <summary>Groups it takes.</summary>
    public IReadOnlyList<VictimGroup> Groups => groups;

    /// <inheritdoc cref="Eligibility.MinAge"/>
    public int? MinAge { get; private set; }

    /// <inheritdoc cref="Eligibility.MaxAge"/>
    public int? MaxAge { get; private set; }

    /// <inheritdoc cref="Eligibility.TakesChildren"/>
    public bool? TakesChildren { get; private set; }

    /// <inheritdoc cref="Eligibility.BoysUnder"/>
    public int? BoysUnder { get; private set; }

    /// <inheritdoc cref="Eligibility.IsAccessible"/>
    public bool? IsAccessible { get; private set; }

    /// <inheritdoc cref="Eligibility.Security"/>
    public SecurityLevel? Security { get; private set; }

    /// <inheritdoc cref="Eligibility.LanguageCodes"/>
    public IReadOnlyList<string> LanguageCodes => languageCodes;

    /// <inheritdoc cref="Eligibility.NeedsCourtOrder"/>
    public bool NeedsCourtOrder { get; private set; }

    /// <inheritdoc cref="Eligibility.NeedsIdentityPapers"/>
    public bool NeedsIdentityPapers { get; private set; }

    /// <inheritdoc cref="Eligibility.IsRoundTheClock"/>
    public bool? IsRoundTheClock { get; private set; }

    /// <inheritdoc cref="Eligibility.HoursEn"/>
    public string? HoursEn { get; private set; }

    /// <inheritdoc cref="Eligibility.HoursUr"/>
    public string? HoursUr { get; private set; }

    /// <summary>Places in all; null for a service that has none, such as legal aid.</summary>
    public int? PlacesTotal { get; private set; }

    /// <summary>Free places as last confirmed, less those taken by acceptances since.</summary>
    public int? PlacesFree { get; private set; }

    /// <summary>Places held by referrals accepted or in care; counted by the database.</summary>
    public int PlacesHeld { get; private set; }

    /// <summary>When the free places were confirmed.</summary>
    public DateTimeOffset? PlacesConfirmedAt { get; private set; }

    /// <summary>Who confirmed them.</summary>
    public Guid? PlacesConfirmedById { get; private set; }

    /// <summary>Since when it is no longer offered; kept for the referrals that rest on it.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Whether it may be chosen.</summary>
    public bool IsOffered => StoppedAt is null;

    /// <summary>Whom it takes, as one value.</summary>
    public Eligibility Eligibility => new(groups, MinAge, MaxAge)
    {
        TakesChildren = TakesChildren,
        BoysUnder = BoysUnder,
        IsAccessible = IsAccessible,
        Security = Security,
        LanguageCodes = languageCodes,
        NeedsCourtOrder = NeedsCourtOrder,
        NeedsIdentityPapers = NeedsIdentityPapers,
        IsRoundTheClock = IsRoundTheClock,
        HoursEn = HoursEn,
        HoursUr = HoursUr
    };

    /// <summary>Says anew whom it takes.</summary>
    public void Take(Eligibility eligibility)
    {
        RefuseWhereStopped();
        Keep(eligibility.Checked());
    }

    /// <summary>Confirms the places.</summary>
    public void ConfirmPlaces(int total, int free, DateTimeOffset now, Actor? by = null)
    {
        RefuseWhereStopped();
        if (total is < 0 or > MostPlaces || free < 0 || free > total)
            throw new RuleBrokenException("Free places are between 0 and the places in all.");
        (PlacesTotal, PlacesFree, PlacesConfirmedAt, PlacesConfirmedById) = (total, free, now, by?.UserId);
    }

    /// <summary>Confirms the places as counted against what was shown; refuses where they changed meanwhile.</summary>
    public void ConfirmPlacesSeen(int? seenFree, int total, int free, DateTimeOffset now, Actor by)
    {
        if (seenFree != PlacesFree)
            throw new RuleBrokenException("The free places changed while you were reading them. Look at the number again.");
        ConfirmPlaces(total, free, now, by);
    }

    /// <summary>No longer offers it: nobody is referred to it any more, and what was accepted goes on.</summary>
    public void Stop(DateTimeOffset now)
    {
        RefuseWhereStopped();
        StoppedAt = now;
    }

    /// <summary>Free places if confirmed within <see cref="PlacesGoStaleAfter"/>; null when not known.</summary>
    public int? KnownFreePlaces(DateTimeOffset now) => PlacesConfirmedAt is { } at && now - at <= PlacesGoStaleAfter ? PlacesFree : null;

    private void RefuseWhereStopped()
    {
        if (!IsOffered)
            throw new RuleBrokenException("This service is no longer offered.");
    }

    private void Keep(Eligibility said)
    {
        groups = [.. said.Groups.Distinct()];
        languageCodes = [.. said.LanguageCodes.Distinct()];
        (MinAge, MaxAge, TakesChildren, BoysUnder, IsAccessible, Security) =
            (said.MinAge, said.MaxAge, said.TakesChildren, said.BoysUnder, said.IsAccessible, said.Security);
        (NeedsCourtOrder, NeedsIdentityPapers) = (said.NeedsCourtOrder, said.NeedsIdentityPapers);
        (IsRoundTheClock, HoursEn, HoursUr) = (said.IsRoundTheClock, said.HoursEn, said.HoursUr);
    }
}
