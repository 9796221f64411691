namespace TipSom.Domain.Services;

/// <summary>One line of the history of a service's places; written by the database with the change itself.</summary>
public sealed class PlaceChange
{
    private PlaceChange() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The service.</summary>
    public Guid ProviderServiceId { get; private set; }

    /// <summary>Its unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its agency.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What happened.</summary>
    public PlaceChangeKind Kind { get; private set; }

    /// <summary>The referral that holds or gives back the place; null for a confirmation.</summary>
    public Guid? ReferralId { get; private set; }

    /// <summary>Whether the count of free places changed with it: who is taken in beyond the last free place takes none.</summary>
    public bool TookFreePlace { get; private set; }

    /// <summary>Places in all, after it.</summary>
    public int PlacesTotal { get; private set; }

    /// <summary>Free places, after it.</summary>
    public int PlacesFree { get; private set; }

    /// <summary>Places held, after it.</summary>
    public int PlacesHeld { get; private set; }

    /// <summary>Who did it; null where nobody did, as when the demo is laid out.</summary>
    public Guid? ActorId { get; private set; }
}

/// <summary>What happened to the places of a service.</summary>
public enum PlaceChangeKind
{
    /// <summary>Somebody counted.</summary>
    Confirmed,

    /// <summary>A referral was accepted.</summary>
    Held,

    /// <summary>It was withdrawn, closed or voided, or the person did not come.</summary>
    Released
}
