namespace TipSom.Domain.Agencies;

/// <summary>What a unit is inside its agency.</summary>
public enum UnitKind
{
    /// <summary>The root of the tree.</summary>
    Headquarters,

    /// <summary>The desk of the national coordinator: sees every referral's status, need, group and age, and no identity.</summary>
    NationalDesk,

    /// <summary>An FIA zone.</summary>
    Zone,

    /// <summary>An FIA anti-human-trafficking circle.</summary>
    Circle,

    /// <summary>A police district.</summary>
    District,

    /// <summary>A police station (thana).</summary>
    Station,

    /// <summary>A place of care that answers referrals.</summary>
    Shelter,

    /// <summary>Any other office.</summary>
    Office
}
