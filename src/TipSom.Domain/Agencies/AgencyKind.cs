namespace TipSom.Domain.Agencies;

/// <summary>What an agency is; decides who may lead a case and who may receive a referral.</summary>
public enum AgencyKind
{
    /// <summary>Federal Investigation Agency: investigates trafficking across the border and smuggling of migrants.</summary>
    Fia,

    /// <summary>A provincial or territorial police force: investigates trafficking inside Pakistan.</summary>
    Police,

    /// <summary>A care provider, governmental or not.</summary>
    CareProvider,

    /// <summary>A child-protection body.</summary>
    ChildProtection,

    /// <summary>A labour department.</summary>
    Labour,

    /// <summary>An oversight body (National Police Bureau, National Commission on the Rights of Child, United Nations).</summary>
    Oversight,

    /// <summary>A district or provincial committee against trafficking: reports figures, and holds no case and no referral.</summary>
    Committee
}
