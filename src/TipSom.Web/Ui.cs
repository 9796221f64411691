namespace TipSom.Web;

/// <summary>
/// Names the one table of translations: <c>IStringLocalizer&lt;Ui&gt;</c>. The English sentence is the key.
/// Stays out of the Resources folder, where the compiler would change the name of the resources.
/// </summary>
public sealed class Ui;
