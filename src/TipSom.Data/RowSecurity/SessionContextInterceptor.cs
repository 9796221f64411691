using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TipSom.Data.RowSecurity;

/// <summary>The user on whose behalf this scope speaks to the database; nobody until a request is known to be somebody's.</summary>
public sealed class SessionUser
{
    /// <summary>The account, or null.</summary>
    public Guid? UserId { get; set; }

    /// <summary>The work of the program this scope does where nobody is signed in, or null.</summary>
    public ProgramWork? Program { get; set; }

    /// <summary>The session of the browser, or null.</summary>
    public Guid? SessionId { get; set; }

    /// <summary>Where the request comes from, as <see cref="AccessContext.PlaceOf"/> says it, or null.</summary>
    public string? Place { get; set; }
}

/// <summary>Tells PostgreSQL who is asking, at the start of each transaction and for that transaction only. No transaction: no rows.</summary>
public sealed class SessionContextInterceptor(AccessContext context, SessionUser user) : DbTransactionInterceptor
{
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = Command(connection, result);
        command?.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, result);
        if (command is not null)
            await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private DbCommand? Command(DbConnection connection, DbTransaction transaction)
    {
        if (user.UserId is null && user.Program is null)
            return null;
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select set_config('tipsom.context', $1, true)";
        var parameter = command.CreateParameter();
        // The database checks the expiry by its own clock, so the signature uses the real one whatever clock the rest is tested with.
        var now = TimeProvider.System.GetUtcNow();
        parameter.Value = user.UserId is { } id ? context.Sign(id, now, user.SessionId, user.Place) : context.Sign(user.Program!.Value, now);
        command.Parameters.Add(parameter);
        return command;
    }
}
