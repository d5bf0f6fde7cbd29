using System.Buffers;

namespace Atelier.Reading.Articles.Comments;

/// <summary>How sites say that one has to have an account, and that somebody reads comments first.</summary>
internal static class OtherWords
{
    public static SearchValues<string> Login { get; } =
        Phrases(
            """
            you must be logged in| you must login| you must log in| login or create an account to| log in or create an account to| must be logged in to| you need to be logged in| log in to comment| login to comment| log in to post a comment| login to post a comment| log in or register to post comments| login or register to post comments| log in to leave a comment| login to leave a comment| log in to reply| sign in to comment| sign in to leave a comment| sign in to post a comment| sign in to join the conversation| sign in or register to comment| register to comment| join to comment| only members can comment| subscribe to comment| subscribers can comment| only paid subscribers can comment| members only comments
            angemeldet sein, um| melde dich an, um zu kommentieren| anmelden, um zu kommentieren| einloggen, um zu kommentieren| zum kommentieren bitte anmelden| bitte melden sie sich an
            vous devez être connecté| vous devez vous connecter| connectez-vous pour commenter| connectez-vous pour laisser un commentaire
            debes estar conectado| debes iniciar sesión| inicia sesión para comentar| tienes que iniciar sesión| lo siento, debes estar
            você precisa fazer o login| você precisa estar logado| faça login para comentar| tem de iniciar a sessão
            devi essere connesso| accedi per commentare| effettua il login per| devi effettuare l'accesso| per inviare un commento devi
            je moet ingelogd zijn| log in om te reageren| je moet inloggen| moet je ingelogd zijn
            du måste vara inloggad| logga in för att kommentera| du skal være logget ind| log ind for at kommentere| du må være logget inn| logg inn for å kommentere| sinun täytyy kirjautua| kirjaudu sisään
            musisz się zalogować| zaloguj się, aby| pro přidávání komentářů se musíte| hozzászólás küldéséhez be kell jelentkezni| trebuie să fii autentificat| yorum yapabilmek için
            войдите, чтобы| вы должны войти| для отправки комментария вам необходимо авторизоваться| для отправки комментария необходимо| ви повинні увійти| щоб відправити коментар
            コメントを投稿するにはログイン| ログインしてください| 要发表评论，您必须先登录| 您必须登录| 登录后才能评论| 登入後才能| 要發佈留言，必須先登入| 댓글을 달기 위해서는 로그인| 로그인해야| يجب أنت تكون مسجل الدخول| يجب تسجيل الدخول| יש להתחבר
            """
        );

    public static SearchValues<string> Moderated { get; } =
        Phrases(
            """
            comments are moderated| comments will be moderated| comments may be moderated| comment moderation is enabled| moderation is in use| moderation is on| held for moderation| awaiting moderation| subject to moderation| after moderation| before moderation| will be reviewed before| must be approved before| will appear after approval| will be visible after approval| will be published after| will be approved before| approved before it appears| approved before they appear| comments require approval| comments are reviewed| comments are pre-moderated| comments must be approved| all comments are subject to| will appear once approved| will appear once it has been approved
            kommentare werden moderiert| kommentare werden vor der veröffentlichung| kommentare werden erst nach| wird vor der veröffentlichung geprüft| nach prüfung freigeschaltet| manuell freigeschaltet| wird moderiert| moderiert und
            commentaires sont modérés| soumis à modération| soumis à la modération| modéré avant publication| modérés avant| modération a priori| après validation| validé par
            comentarios están moderados| comentarios son moderados| comentarios serán moderados| sujeto a moderación| sujetos a moderación| pendiente de moderación| será moderado
            comentários são moderados| sujeito a moderação| sujeitos a moderação| aguardando moderação| commenti sono moderati| commenti sono soggetti a moderazione| in attesa di moderazione| soggetti a moderazione
            reacties worden gemodereerd| reacties worden eerst| na goedkeuring| kommentarer modereras| kommentarer granskas| kommentarer modereres| komentarze są moderowane| będą moderowane| komentáře jsou moderovány
            комментарии модерируются| проходят модерацию| после проверки модератором| после модерации| премодерация| после одобрения| коментарі модеруються
            コメントは承認制| 承認されるまで| 承認後に公開| 管理者の承認| 评论需要审核| 审核后显示| 评论将在审核| 留言需審核| 審核後| 댓글은 승인| 관리자 승인| تخضع للمراجعة| تخضع التعليقات
            """
        );

    private static SearchValues<string> Phrases(string lines) =>
        SearchValues.Create(
            [.. lines.Split(['\n', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            StringComparison.OrdinalIgnoreCase
        );
}
