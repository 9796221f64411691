namespace TipSom.Domain.Victims;

/// <summary>What a person is in a case. A person may be several at once; each law is counted apart.</summary>
public enum PersonRole
{
    /// <summary>Against whom an offence of trafficking is committed (PTPA 2018, s. 2(g)).</summary>
    VictimOfTrafficking,

    /// <summary>In relation to whom an offence of smuggling is committed (PSMA 2018, s. 2).</summary>
    SmuggledMigrant,

    /// <summary>Saw or knows something, and is protected like the others (PTPA 2018, s. 11).</summary>
    Witness,

    /// <summary>Comes along with another person of the case, and rests on them.</summary>
    Dependant
}
