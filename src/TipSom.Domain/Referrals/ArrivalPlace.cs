namespace TipSom.Domain.Referrals;

/// <summary>Where provider and sender meet.</summary>
public enum ArrivalPlace
{
    /// <summary>At the provider's place; its address is given only now.</summary>
    ProvidersPlace,

    /// <summary>At the sender's station or office.</summary>
    SendersPlace,

    /// <summary>At a meeting point.</summary>
    MeetingPoint
}
