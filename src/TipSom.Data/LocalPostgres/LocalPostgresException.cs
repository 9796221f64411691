namespace TipSom.Data.LocalPostgres;

/// <summary>The private PostgreSQL cannot be had; the message is one sentence meant for the person at the console.</summary>
public sealed class LocalPostgresException(string message, Exception? inner = null) : Exception(message, inner);
