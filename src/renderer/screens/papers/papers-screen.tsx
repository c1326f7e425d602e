import { useParams } from 'react-router'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { useRequest } from '../../api/queries.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { Desk } from './desk.tsx'
import { PaperList } from './paper-list.tsx'
import './papers.css'

/** 資料作成: the list of drafts, or the one that is open. */
export function PapersScreen() {
  const { paperId } = useParams()
  return paperId === undefined ? <PaperList /> : <OpenPaper key={paperId} id={paperId} />
}

function OpenPaper({ id }: { readonly id: string }) {
  const paper = useRequest('papers.read', { id })
  if (paper.data) return <Desk read={paper.data} />
  return (
    <>
      <div className="head">
        <h1>{papersWords.title}</h1>
      </div>
      <div className="scroll-body">
        {paper.isError ? (
          <ErrorNotice error={paper.error} actions={<a href="#/papers">{papersWords.list.heading}</a>} />
        ) : (
          <Loading>{papersWords.loading}</Loading>
        )}
      </div>
    </>
  )
}
