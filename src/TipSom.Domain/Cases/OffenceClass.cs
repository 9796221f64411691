namespace TipSom.Domain.Cases;

/// <summary>To which count an offence belongs. Trafficking and smuggling are counted apart.</summary>
public enum OffenceClass
{
    /// <summary>Trafficking in persons under the Act of 2018.</summary>
    Tip,

    /// <summary>Trafficking charged under the Pakistan Penal Code.</summary>
    TipPpc,

    /// <summary>Bonded labour under the Act of 1992.</summary>
    TipLabour,

    /// <summary>Removal of or trade in organs under the Act of 2010.</summary>
    TipOrgan,

    /// <summary>Trafficking under a law since repealed, for offences of that time.</summary>
    TipOld,

    /// <summary>Smuggling of migrants under the Act of 2018.</summary>
    Som,

    /// <summary>Unlawful emigration, passport and foreigners offences charged beside smuggling.</summary>
    SomRelated,

    /// <summary>Charged beside trafficking; not counted as trafficking by itself.</summary>
    Related,
}
